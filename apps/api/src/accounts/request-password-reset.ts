import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { TweetupConfig } from '../config/index.js'
import { Clock, newId, Transactions } from '../database/index.js'
import { RateLimiter } from '../http/index.js'
import { Deliveries } from '../messages/index.js'
import { Accounts } from './accounts.js'
import { PasswordReset } from './password-reset.entity.js'
import { linkToken, tokenHash } from './secret-token.js'
import type { User } from './user.entity.js'

export const resetPurpose = 'password-reset'
const validFor = 60 * 60_000
const hour = 60 * 60

@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly config: TweetupConfig,
    private readonly accounts: Accounts,
    private readonly deliveries: Deliveries,
    private readonly limiter: RateLimiter,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Mails a link to the owner of the address, if there is one; the caller never learns which. An address gets at most three an hour, silently. */
  async run(address: string, network: string): Promise<void> {
    await this.limiter.take(null, `password-reset:${network}`, { limit: 30, windowSeconds: hour })
    await this.transactions.run(async (manager) => {
      const user = await this.accounts.withEmail(address, manager)
      if (user && (await this.#recentOf(manager, user)) < 3) await this.#mail(manager, user)
    })
  }

  async #recentOf(manager: EntityManager, user: User): Promise<number> {
    const since = new Date((await this.clock.now(manager)).getTime() - validFor)
    const [row] = await manager.query<{ count: number }[]>(
      'select count(*)::int as count from password_resets where user_id = $1 and created_at > $2',
      [user.id, since],
    )
    return row?.count ?? 0
  }

  async #mail(manager: EntityManager, user: User): Promise<void> {
    const now = await this.clock.now(manager)
    const id = newId()
    const token = linkToken(this.config.key(resetPurpose), id)
    await manager.insert(PasswordReset, {
      id,
      userId: user.id,
      tokenHash: tokenHash(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + validFor),
    })
    await this.deliveries.queue(manager, {
      organizationId: null,
      userId: user.id,
      recipient: user.email,
      locale: user.locale,
      sender: { organization: null, host: null },
      template: 'password-reset',
      params: { name: user.name, resetId: id },
      key: `password-reset:${id}`,
    })
  }
}
