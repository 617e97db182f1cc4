import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { NotFound, RateLimiter } from '../http/index.js'
import { Accounts } from './accounts.js'
import { PasswordResetRepository } from './password-reset.repository.js'
import { tokenHash } from './secret-token.js'
import { Sessions } from './sessions.js'

@Injectable()
export class ResetPassword {
  constructor(
    private readonly accounts: Accounts,
    private readonly resets: PasswordResetRepository,
    private readonly sessions: Sessions,
    private readonly limiter: RateLimiter,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Sets a new password with the mailed link, which works once, and signs the person out everywhere. */
  async run(token: string, password: string, network: string): Promise<void> {
    await this.limiter.take(null, `reset-password:${network}`, { limit: 30, windowSeconds: 60 * 60 })
    const passwordHash = await this.accounts.hashChosen(password, [])
    await this.transactions.run(async (manager) => {
      const now = await this.clock.now(manager)
      const reset = await this.resets.lockUsable(manager, tokenHash(token), now)
      if (!reset) throw new NotFound('accounts:resetLinkOver')
      await this.resets.useUpAllOf(manager, reset.userId, now)
      await this.accounts.setPassword(manager, reset.userId, passwordHash)
      await this.sessions.endAllOf(manager, reset.userId)
      await this.audit.record(manager, { userId: reset.userId, action: 'password.reset', subject: reset.userId })
    })
  }
}
