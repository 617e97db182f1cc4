import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { localeOf, PageRenderer, Public, translate } from '../http/index.js'
import { applyPageHead, eventPageHead } from './event-page-head.js'
import { PublicEvents } from './public-events.js'
import { ShareCards } from './share-cards.js'

/** The pages that everybody sees, and the picture of their shared links. */
@ApiExcludeController()
@Public()
@Controller('/:organization')
export class EventPagesController {
  constructor(
    private readonly events: PublicEvents,
    private readonly cards: ShareCards,
    private readonly pages: PageRenderer,
  ) {}

  @Get()
  async organization(@Param('organization') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.events.organization(slug)
    const { name } = page.organization
    const locale = localeOf(request)
    await this.pages.send(request, reply, {
      title: translate(locale, 'events:page.organization', { name }),
      description: translate(locale, 'events:page.organizationSays', { name }),
      canonical: `/${slug}`,
      data: { kind: 'organization', ...page },
    })
  }

  @Get(':event')
  async event(
    @Param('organization') organization: string,
    @Param('event') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { event, cardVersion } = await this.events.findForPage(organization, slug)
    await this.pages.send(request, reply, { ...eventPageHead(event, localeOf(request), cardVersion), data: { kind: 'event', event } })
  }

  @Get(':event/apply')
  async apply(
    @Param('organization') organization: string,
    @Param('event') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { event, cardVersion } = await this.events.findForPage(organization, slug)
    await this.pages.send(request, reply, { ...applyPageHead(event, localeOf(request), cardVersion), data: { kind: 'apply', event } })
  }

  /** 1200 x 630, for networks that unfold a link. */
  @Get(':event/card.png')
  @Header('cache-control', 'public, max-age=3600')
  async card(@Param('organization') organization: string, @Param('event') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const { png, tag } = await this.cards.find(organization, slug)
    reply.header('etag', `"${tag}"`).header('cross-origin-resource-policy', 'cross-origin').type('image/png').send(png)
  }
}
