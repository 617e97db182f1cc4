import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { localeOf, PageRenderer, PersonalToken, translate } from '../../http/index.js'
import { presentOrganization } from '../../organizations/index.js'
import { MailBlockDto } from '../dto/mail-block.dto.js'
import { MailBlocks } from './mail-blocks.js'

/**
 * "Never write to me about this again": one address for the person who opens it and for the mail program that posts to it by itself
 * (RFC 8058, `List-Unsubscribe=One-Click` as a form). Opening it changes nothing: mail scanners open every link.
 */
@ApiTags('applications')
@PersonalToken()
@Controller('/no-mail/:token')
export class MailBlocksController {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly blocks: MailBlocks,
  ) {}

  @ApiExcludeEndpoint()
  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const { organization, blocked } = await this.blocks.show(token)
    const title = translate(localeOf(request), 'applications:page.noMail')
    const data = { kind: 'noMail', organization: presentOrganization(organization), blocked }
    await this.renderer.send(request, reply, { title, robots: 'noindex', data })
  }

  @ApiOperation({
    summary: 'Blocks further mails of an organization to an address that nobody has confirmed',
    description: 'Takes any body or none. People who take part still get the mails about their own seat.',
  })
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: MailBlockDto })
  async block(@Param('token') token: string): Promise<MailBlockDto> {
    await this.blocks.block(token)
    return { blocked: true }
  }

  @ApiOperation({ summary: 'Lets these mails come again' })
  @Delete()
  @ApiOkResponse({ type: MailBlockDto })
  async undo(@Param('token') token: string): Promise<MailBlockDto> {
    await this.blocks.undo(token)
    return { blocked: false }
  }
}
