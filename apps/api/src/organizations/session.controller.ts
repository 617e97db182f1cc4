import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { networkKey, Public } from '../http/index.js'
import { CurrentSession } from './current-session.js'
import { SignInDto, SignUpDto } from './dto/session.dto.js'
import { SessionView } from './session.presenter.js'
import { SignIn } from './sign-in.js'
import { SignUp } from './sign-up.js'

@ApiTags('accounts')
@Public()
@Controller('/api')
export class SessionController {
  constructor(
    private readonly current: CurrentSession,
    private readonly signUp: SignUp,
    private readonly signIn: SignIn,
  ) {}

  @ApiOperation({ summary: 'Signs up: a new organization and its first owner' })
  @Post('accounts')
  @ApiCreatedResponse({ type: SessionView })
  async create(
    @Body() body: SignUpDto,
    @Ip() ip: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { user, session } = await this.signUp.run(body, networkKey(ip))
    return this.current.begin(request, reply, user, session)
  }

  @ApiOperation({ summary: 'Tells who is signed in, and always answers' })
  @Get('session')
  @ApiOkResponse({ type: SessionView })
  view(@Req() request: FastifyRequest): Promise<SessionView> {
    return this.current.view(request)
  }

  @ApiOperation({ summary: 'Signs in' })
  @Post('session')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async begin(
    @Body() body: SignInDto,
    @Ip() ip: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { user, session } = await this.signIn.run(body, networkKey(ip))
    return this.current.begin(request, reply, user, session)
  }

  @ApiOperation({ summary: 'Signs out' })
  @Delete('session')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.current.end(request, reply)
  }
}
