import { Body, Controller, HttpCode, Ip, Param, Post } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import { networkKey, PersonalToken, Public } from '../http/index.js'
import { RequestResetDto, ResetPasswordDto } from './dto/password-reset.dto.js'
import { RequestPasswordReset } from './request-password-reset.js'
import { ResetPassword } from './reset-password.js'

@ApiTags('accounts')
@Controller('api/password-resets')
export class PasswordResetsController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  @ApiOperation({
    summary: 'Mails a link to choose a new password',
    description: 'The answer is the same whether the address has an account or not.',
  })
  @Post()
  @Public()
  @HttpCode(202)
  async request(@Body() body: RequestResetDto, @Ip() ip: string): Promise<void> {
    await this.requestReset.run(body.email, networkKey(ip))
  }

  @ApiOperation({ summary: 'Sets a new password with the secret from that mail' })
  @Post(':token')
  @PersonalToken()
  @HttpCode(204)
  async reset(@Param('token') token: string, @Body() body: ResetPasswordDto, @Ip() ip: string): Promise<void> {
    await this.resetPassword.run(token, body.password, networkKey(ip))
  }
}
