import { Body, Controller, Get, HttpCode, Ip, Param, Post, Req, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { networkKey, PersonalToken } from '../http/index.js'
import { CurrentSession } from './current-session.js'
import { JoinDto } from './dto/session.dto.js'
import { JoinOrganization } from './join-organization.js'
import { JoinView, presentJoin } from './members.presenter.js'
import { SessionView } from './session.presenter.js'

@ApiTags('accounts')
@PersonalToken()
@Controller('/api/join/:token')
export class JoinController {
  constructor(
    private readonly joinOrganization: JoinOrganization,
    private readonly current: CurrentSession,
  ) {}

  @ApiOperation({ summary: 'Shows what an invitation to a team is for' })
  @Get()
  @ApiOkResponse({ type: JoinView })
  async look(@Param('token') token: string): Promise<JoinView> {
    return presentJoin(await this.joinOrganization.look(token))
  }

  @ApiOperation({ summary: 'Joins the team with the secret from the mail' })
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async join(
    @Param('token') token: string,
    @Body() body: JoinDto,
    @Ip() ip: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { user, session } = await this.joinOrganization.run(token, body, networkKey(ip))
    return this.current.begin(request, reply, user, session)
  }
}
