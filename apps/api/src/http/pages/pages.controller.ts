import { Controller, Get, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../access.js'
import { PageRenderer } from './page-renderer.js'

/** The pages that the web app draws by itself, once it has the shell: the console, the door, signing in. */
@ApiExcludeController()
@Public()
@Controller()
export class PagesController {
  constructor(private readonly pages: PageRenderer) {}

  @Get(['/', '/console', '/console/*', '/door', '/door/*', '/sign-in', '/sign-up', '/join/:token', '/reset', '/reset/:token'])
  async shell(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.send(request, reply, { title: 'Tweetup', robots: 'noindex', data: { kind: 'app' } })
  }
}
