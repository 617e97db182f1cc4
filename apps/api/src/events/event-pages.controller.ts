import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../http/index.js'
import { PublicAnswers } from './public-answers.js'
import { ShareCards } from './share-cards.js'

/** The pages that everybody sees, and the picture of their shared links. */
@ApiExcludeController()
@Public()
@Controller('/:organization')
export class EventPagesController {
  constructor(
    private readonly answers: PublicAnswers,
    private readonly cards: ShareCards,
  ) {}

  @Get()
  organization(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answers.sendPage('organization', request, reply)
  }

  @Get(':event')
  event(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answers.sendPage('event', request, reply)
  }

  @Get(':event/apply')
  apply(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answers.sendPage('apply', request, reply)
  }

  /** 1200 x 630, for networks that unfold a link. */
  @Get(':event/card.png')
  @Header('cache-control', 'public, max-age=3600')
  async card(@Param('organization') organization: string, @Param('event') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const { png, tag } = await this.cards.find(organization, slug)
    reply.header('etag', `"${tag}"`).header('cross-origin-resource-policy', 'cross-origin').type('image/png').send(png)
  }
}
