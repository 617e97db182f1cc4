import { Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Query, Res, UseGuards } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Public, TrialOnly } from '../../http/access.js'
import { EntityId } from '../../http/entity-id.js'
import { NotFound } from '../../http/errors.js'
import { MailboxListQuery, MailboxMailDetail, MailboxMailSummary } from './mailbox.dto.js'
import { mailDetail, mailSummary } from './mailbox.presenter.js'
import { MailboxGuard } from './mailbox.guard.js'
import { MailboxMails } from './mailbox-mails.js'

/** The development mailbox for programs: rehearsals and tests read it as a mail program would. */
@ApiTags('trial')
@Public()
@TrialOnly()
@UseGuards(MailboxGuard)
@Controller('/api/trial/mailbox')
export class MailboxApiController {
  constructor(private readonly mails: MailboxMails) {}

  @ApiOperation({ summary: 'Lists the mails in the development mailbox' })
  @Get()
  @ApiOkResponse({ type: MailboxMailSummary, isArray: true })
  async list(@Query() query: MailboxListQuery): Promise<MailboxMailSummary[]> {
    return (await this.mails.list(query)).map(mailSummary)
  }

  @ApiOperation({ summary: 'Shows a mail' })
  @Get(':id')
  @ApiOkResponse({ type: MailboxMailDetail })
  async read(@Param('id', EntityId) id: string): Promise<MailboxMailDetail> {
    return mailDetail(await this.mails.read(id))
  }

  @ApiOperation({ summary: 'Downloads a mail as it came over the wire' })
  @Get(':id/raw')
  @ApiOkResponse({ content: { 'message/rfc822': { schema: { type: 'string' } } } })
  async raw(@Param('id', EntityId) id: string, @Res() reply: FastifyReply): Promise<void> {
    const raw = await this.mails.raw(id)
    reply.type('message/rfc822').header('content-disposition', `attachment; filename="${id}.eml"`).send(raw)
  }

  @ApiOperation({ summary: 'Downloads an attachment of a mail' })
  @Get(':id/attachments/:index')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async attachment(
    @Param('id', EntityId) id: string,
    @Param('index', ParseIntPipe) index: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { parsed } = await this.mails.read(id)
    const attachment = parsed.attachments[index]
    if (!attachment) throw new NotFound()
    const shown = attachment.mimeType.startsWith('image/') && attachment.mimeType !== 'image/svg+xml'
    reply
      .type(/^[\w.+-]+\/[\w.+-]+$/.test(attachment.mimeType) ? attachment.mimeType : 'application/octet-stream')
      // The frame that shows a mail has no origin of its own, and shows the mail's pictures.
      .header('cross-origin-resource-policy', 'cross-origin')
      .header(
        'content-disposition',
        `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(attachment.filename ?? 'attachment')}`,
      )
      .send(typeof attachment.content === 'string' ? attachment.content : Buffer.from(attachment.content as ArrayBuffer))
  }

  @ApiOperation({ summary: 'Empties the development mailbox' })
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async clear(): Promise<void> {
    await this.mails.clear()
  }
}
