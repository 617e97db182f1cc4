import { Body, Controller, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common'
import { ApiAcceptedResponse, ApiExcludeController, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { localeOf, PageRenderer, Public, translate } from '../../http/index.js'
import { LostLinkDto } from '../dto/lost-link.dto.js'
import { RequestLostLink } from './request-lost-link.js'

@ApiTags('applications')
@Public()
@Controller('/api')
export class LostLinksController {
  constructor(private readonly requestLink: RequestLostLink) {}

  @ApiOperation({
    summary: 'Mails the links to the personal pages of an address',
    description: 'The answer is the same whether or not the address has applied; it gets at most one mail per hour.',
  })
  @Post('lost-links')
  @HttpCode(202)
  @ApiAcceptedResponse()
  async request(@Ip() ip: string, @Body() { email }: LostLinkDto): Promise<void> {
    await this.requestLink.run(email, ip)
  }
}

@ApiExcludeController()
@Public()
@Controller()
export class LostLinkPagesController {
  constructor(private readonly renderer: PageRenderer) {}

  @Get('/lost-link')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const title = translate(localeOf(request), 'applications:page.lostLink')
    await this.renderer.send(request, reply, { title, robots: 'noindex', data: { kind: 'lostLink' } })
  }
}
