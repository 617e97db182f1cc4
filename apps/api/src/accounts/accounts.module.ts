import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { TweetupConfig } from '../config/index.js'
import { AccessRegistry, readSessionCookie } from '../http/index.js'
import { MessagesModule } from '../messages/messages.module.js'
import { Accounts } from './accounts.js'
import { MailPasswordReset } from './mail-password-reset.js'
import { PasswordReset } from './password-reset.entity.js'
import { PasswordResetRepository } from './password-reset.repository.js'
import { PasswordResetsController } from './password-resets.controller.js'
import { RequestPasswordReset } from './request-password-reset.js'
import { ResetPassword } from './reset-password.js'
import { Session } from './session.entity.js'
import { SessionRepository } from './session.repository.js'
import { Sessions } from './sessions.js'
import { User } from './user.entity.js'
import { UserRepository } from './user.repository.js'

@Module({
  imports: [TypeOrmModule.forFeature([User, Session, PasswordReset]), MessagesModule],
  controllers: [PasswordResetsController],
  providers: [
    Accounts,
    Sessions,
    UserRepository,
    SessionRepository,
    PasswordResetRepository,
    RequestPasswordReset,
    MailPasswordReset,
    ResetPassword,
  ],
  exports: [Accounts, Sessions],
})
export class AccountsModule implements OnModuleInit {
  constructor(
    private readonly access: AccessRegistry,
    private readonly sessions: Sessions,
    private readonly config: TweetupConfig,
  ) {}

  onModuleInit(): void {
    this.access.useSessions(async (request) => {
      const token = readSessionCookie(request, this.config)
      return token === undefined ? undefined : this.sessions.find(token)
    })
  }
}
