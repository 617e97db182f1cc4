import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { localeOf, PageRenderer, PersonalToken, translate } from '../http/index.js'
import { ConfirmationPages } from './confirmation-pages.js'
import { PersonalPages } from './personal-pages.js'

/** The pages behind secret links. Opening one changes nothing: mail scanners open every link. */
@ApiExcludeController()
@PersonalToken()
@Controller()
export class PersonalPagePagesController {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly pages: PersonalPages,
    private readonly confirmations: ConfirmationPages,
  ) {}

  @Get('/me/:token')
  async personalPage(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const me = await this.pages.show(token)
    const title = translate(localeOf(request), 'applications:page.personal', { title: me.event.title })
    await this.renderer.send(request, reply, { title, robots: 'noindex', data: { kind: 'me', me } })
  }

  @Get('/confirm/:token')
  async confirmationPage(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const page = await this.confirmations.show(token)
    const title = translate(localeOf(request), `applications:page.confirm.${page.state}`, { title: page.event?.title ?? '' })
    const status = page.state === 'unknown' ? 404 : 200
    await this.renderer.send(request, reply, { title, robots: 'noindex', data: { kind: 'confirm', ...page }, status })
  }
}
