import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public, TrialOnly } from '../../http/access.js'
import { EntityId } from '../../http/entity-id.js'
import { NotFound } from '../../http/errors.js'
import { localeOf } from '../../http/locale.js'
import { MailboxListQuery } from './mailbox.dto.js'
import { MailboxGuard } from './mailbox.guard.js'
import { mailboxFont, mailboxIcon, mailboxStyle } from './mailbox-files.js'
import { MailboxMails } from './mailbox-mails.js'
import { listPage } from './pages/list-page.js'
import { mailFrame, mailFramePolicy } from './pages/mail-frame.js'
import { type MailView, mailPage } from './pages/mail-page.js'

/** The development mailbox for people. */
@ApiExcludeController()
@Public()
@TrialOnly()
@UseGuards(MailboxGuard)
@Controller('/mailbox')
export class MailboxPagesController {
  constructor(private readonly mails: MailboxMails) {}

  @Get()
  async list(@Query() query: MailboxListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, String(listPage(localeOf(request), await this.mails.list(query), query.to)))
  }

  @Get('style.css')
  async style(@Res() reply: FastifyReply): Promise<void> {
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send(await mailboxStyle())
  }

  @Get('icon.svg')
  async icon(@Res() reply: FastifyReply): Promise<void> {
    reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=3600')
      .send(await mailboxIcon())
  }

  @Get('fonts/:name')
  async font(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const font = await mailboxFont(name)
    if (!font) throw new NotFound()
    reply.type('font/woff2').header('cache-control', 'public, max-age=31536000, immutable').send(font)
  }

  @Get(':id')
  letter(@Param('id', EntityId) id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#show('letter', id, request, reply)
  }

  @Get(':id/text')
  text(@Param('id', EntityId) id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#show('text', id, request, reply)
  }

  @Get(':id/source')
  source(@Param('id', EntityId) id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#show('source', id, request, reply)
  }

  /** The mail's own HTML, alone in a frame in which no script runs. */
  @Get(':id/frame')
  async frame(@Param('id', EntityId) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { parsed } = await this.mails.read(id)
    reply.header('content-security-policy', mailFramePolicy)
    sendPage(reply, mailFrame(id, parsed))
  }

  async #show(view: MailView, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const mail = await this.mails.read(id)
    const source = view === 'source' ? (await this.mails.raw(id)).toString('utf8') : ''
    sendPage(reply, String(mailPage(localeOf(request), mail, view, source)))
  }
}

function sendPage(reply: FastifyReply, page: string): void {
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('vary', 'accept-language, cookie').send(page)
}
