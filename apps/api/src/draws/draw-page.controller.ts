import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { eventPageHead, PublicEvents } from '../events/index.js'
import { localeOf, PageRenderer, Public, translate } from '../http/index.js'
import { PublicDraws } from './public-draws.js'

/** The public page of a draw: what was promised, what came out, and how to check it. */
@ApiExcludeController()
@Public()
@Controller()
export class DrawPageController {
  constructor(
    private readonly events: PublicEvents,
    private readonly draws: PublicDraws,
    private readonly pages: PageRenderer,
  ) {}

  @Get('/:organization/:event/draw')
  async page(
    @Param('organization') organization: string,
    @Param('event') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { event, cardVersion } = await this.events.findForPage(organization, slug)
    const draw = await this.draws.ofEvent(event.id)
    const locale = localeOf(request)
    const head = eventPageHead(event, locale, cardVersion)
    await this.pages.send(request, reply, {
      ...head,
      title: translate(locale, 'draws:page.title', { title: event.title }),
      description: translate(locale, `draws:page.${draw.state}`, { tickets: draw.counts?.entries ?? 0, title: event.title }),
      canonical: `${head.canonical}/draw`,
      jsonLd: undefined,
      data: { kind: 'draw', event, draw },
    })
  }
}
