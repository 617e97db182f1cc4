import { Controller, Get, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { localeOf, PageRenderer, Public, translate } from '../http/index.js'
import { BlueskySignIn } from './bluesky/bluesky-sign-in.js'

/** Where other servers send people back to, and what they read of us. Opening the page changes nothing: it has to send what it was given. */
@ApiExcludeController()
@Public()
@Controller()
export class ProofPagesController {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly bluesky: BlueskySignIn,
  ) {}

  @Get('/proof/bluesky/client-metadata.json')
  describe(@Res() reply: FastifyReply): void {
    void reply.header('content-type', 'application/json').header('cache-control', 'public, max-age=600').send(this.bluesky.clientMetadata)
  }

  @Get('/proof/:place')
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const title = translate(localeOf(request), 'handles:page')
    await this.renderer.send(request, reply, { title, robots: 'noindex', data: { kind: 'proof' } })
  }
}
