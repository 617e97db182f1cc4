import { Body, Controller, Delete, Get, HttpCode, Ip, Param, Post, Req, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiExcludeController, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { BearerToken, localeOf, PageRenderer, PersonalToken, Public, translate } from '../../http/index.js'
import { AddressAnsweredDto, AnswerAddressChangeDto, ChangeAddressDto } from '../dto/address-change.dto.js'
import { PersonalPageDto } from '../dto/personal-page.dto.js'
import { PersonalPages } from '../personal-pages.js'
import { AddressChangePages } from './address-change-pages.js'
import { AnswerAddressChange } from './answer-address-change.js'
import { RequestAddressChange } from './request-address-change.js'

@ApiTags('personal page')
@Controller('/api')
export class AddressChangesController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly requestChange: RequestAddressChange,
    private readonly answerChange: AnswerAddressChange,
  ) {}

  @ApiOperation({
    summary: 'Asks for mails to go to another address',
    description: 'Takes effect once the new address is proven and the old one, if it is confirmed, agrees. Both get a mail.',
  })
  @Post('me/address-change')
  @HttpCode(200)
  @PersonalToken()
  @ApiBearerAuth()
  @ApiOkResponse({ type: PersonalPageDto })
  async ask(@BearerToken() token: string, @Ip() ip: string, @Body() { email }: ChangeAddressDto): Promise<PersonalPageDto> {
    await this.requestChange.run(await this.pages.holder(token), email, ip)
    return this.pages.show(token)
  }

  @ApiOperation({ summary: 'Takes back a change of address that waits' })
  @Delete('me/address-change')
  @PersonalToken()
  @ApiBearerAuth()
  @ApiOkResponse({ type: PersonalPageDto })
  async cancel(@BearerToken() token: string): Promise<PersonalPageDto> {
    await this.requestChange.cancel(await this.pages.holder(token))
    return this.pages.show(token)
  }

  @ApiOperation({ summary: 'Agrees to a change of address with the secret from one of its two mails' })
  @Post('address-changes')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: AddressAnsweredDto })
  answer(@Body() { token }: AnswerAddressChangeDto): Promise<AddressAnsweredDto> {
    return this.answerChange.run(token)
  }
}

/** The page behind the links of both mails. Opening it changes nothing. */
@ApiExcludeController()
@PersonalToken()
@Controller()
export class AddressChangePagesController {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly pages: AddressChangePages,
  ) {}

  @Get('/address/:token')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const page = await this.pages.show(token)
    const title = translate(localeOf(request), page.event ? 'applications:page.address' : 'applications:page.confirm.unknown', {
      title: page.event?.title ?? '',
    })
    const status = page.state === 'unknown' ? 404 : 200
    await this.renderer.send(request, reply, { title, robots: 'noindex', data: { kind: 'address', ...page }, status })
  }
}
