import { Body, Controller, Delete, Get, Headers, HttpCode, Patch, Post, Res } from '@nestjs/common'
import { ApiAcceptedResponse, ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { BearerToken, PersonalToken, versionTag } from '../http/index.js'
import { EditApplicationDto } from './dto/edit-application.dto.js'
import { PersonalPageDto } from './dto/personal-page.dto.js'
import { EditApplication } from './edit-application.js'
import { PersonalPages } from './personal-pages.js'
import { ResendConfirmation } from './resend-confirmation.js'
import { WithdrawApplication } from './withdraw-application.js'

@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('/api/me')
export class PersonalPageController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly editApplication: EditApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly resendConfirmation: ResendConfirmation,
  ) {}

  @ApiOperation({ summary: 'Shows where an application stands' })
  @Get()
  @ApiOkResponse({ type: PersonalPageDto })
  show(@BearerToken() token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PersonalPageDto> {
    return this.#page(token, reply)
  }

  @ApiOperation({
    summary: 'Edits an application until the close',
    description: 'If-Match holds the version that is being edited; a stale one answers 412.',
  })
  @Patch()
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that is edited, in quotes.' })
  @ApiOkResponse({ type: PersonalPageDto })
  async edit(
    @BearerToken() token: string,
    @Headers('if-match') version: string | undefined,
    @Body() body: EditApplicationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonalPageDto> {
    await this.editApplication.run(await this.pages.holder(token), version, body)
    return this.#page(token, reply)
  }

  @ApiOperation({ summary: 'Withdraws an application' })
  @Post('withdrawal')
  @HttpCode(200)
  @ApiOkResponse({ type: PersonalPageDto })
  async withdraw(@BearerToken() token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PersonalPageDto> {
    await this.withdrawApplication.withdraw(await this.pages.holder(token))
    return this.#page(token, reply)
  }

  @ApiOperation({ summary: 'Undoes a withdrawal, until the close' })
  @Delete('withdrawal')
  @ApiOkResponse({ type: PersonalPageDto })
  async rejoin(@BearerToken() token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PersonalPageDto> {
    await this.withdrawApplication.rejoin(await this.pages.holder(token))
    return this.#page(token, reply)
  }

  @ApiOperation({ summary: 'Mails the request to confirm the address again' })
  @Post('confirmation-mail')
  @HttpCode(202)
  @ApiAcceptedResponse()
  async resend(@BearerToken() token: string): Promise<void> {
    await this.resendConfirmation.run(await this.pages.holder(token))
  }

  async #page(token: string, reply: FastifyReply): Promise<PersonalPageDto> {
    const page = await this.pages.show(token)
    reply.header('etag', versionTag(page.version)).header('cache-control', 'no-store')
    return page
  }
}
