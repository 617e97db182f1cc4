import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { BearerToken, localeOf, PageRenderer, PersonalToken, translate } from '../../http/index.js'
import { Contributions } from './contributions.js'
import { ContributionDto, SecretCommitDto, SecretRevealDto } from './dto.js'

@ApiTags('secrets')
@PersonalToken()
@Controller()
export class ContributionsController {
  constructor(
    private readonly contributions: Contributions,
    private readonly renderer: PageRenderer,
  ) {}

  @ApiExcludeEndpoint()
  @Get('/secret/:token')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const contribution = await this.contributions.show(token)
    const title = translate(localeOf(request), 'draws:secret.page', { title: contribution.title })
    await this.renderer.send(request, reply, { title, robots: 'noindex', data: { kind: 'secret', contribution } })
  }

  @ApiOperation({ summary: 'Shows what is asked of a contributor to the seed' })
  @ApiBearerAuth()
  @Get('api/contribution')
  @ApiOkResponse({ type: ContributionDto })
  show(@BearerToken() token: string): Promise<ContributionDto> {
    return this.contributions.show(token)
  }

  @ApiOperation({ summary: 'Hands in the commitment to a secret, until applications open' })
  @ApiBearerAuth()
  @Post('api/contribution/commit')
  @HttpCode(200)
  @ApiOkResponse({ type: ContributionDto })
  async commit(@BearerToken() token: string, @Body() { commit }: SecretCommitDto): Promise<ContributionDto> {
    await this.contributions.commit(token, commit)
    return this.contributions.show(token)
  }

  @ApiOperation({ summary: 'Reveals the secret, once the list is sealed' })
  @ApiBearerAuth()
  @Post('api/contribution/reveal')
  @HttpCode(200)
  @ApiOkResponse({ type: ContributionDto })
  async reveal(@BearerToken() token: string, @Body() { secret }: SecretRevealDto): Promise<ContributionDto> {
    await this.contributions.reveal(token, secret)
    return this.contributions.show(token)
  }
}
