import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { TweetupConfig } from '../config/index.js'
import { Clock, Transactions } from '../database/index.js'
import { JobRegistry } from '../jobs/index.js'
import { Deliveries } from '../messages/index.js'
import { Accounts } from './accounts.js'
import { passwordResetAsked } from './password-reset.job.js'
import { PasswordResetRepository } from './password-reset.repository.js'
import { linkToken, tokenHash } from './secret-token.js'
import type { User } from './user.entity.js'

const purpose = 'password-reset'
const validFor = 60 * 60_000
/** How many links one address gets within the time that a link is valid. */
const most = 3

/** The worker's part of a forgotten password. Run twice for one request, it mails once. */
@Injectable()
export class MailPasswordReset implements OnModuleInit {
  constructor(
    private readonly config: TweetupConfig,
    private readonly accounts: Accounts,
    private readonly resets: PasswordResetRepository,
    private readonly deliveries: Deliveries,
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.handle(passwordResetAsked, ({ resetId, email }) => this.run(resetId, email))
  }

  async run(resetId: string, email: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const user = await this.accounts.withEmail(email, manager)
      if (user) await this.#mail(manager, resetId, user)
    })
  }

  async #mail(manager: EntityManager, id: string, user: User): Promise<void> {
    const now = await this.clock.now(manager)
    if ((await this.resets.countSince(manager, user.id, new Date(now.getTime() - validFor))) >= most) return
    const hash = tokenHash(linkToken(this.config.key(purpose), id))
    const isNew = await this.resets.insertOnce(manager, {
      id,
      userId: user.id,
      tokenHash: hash,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validFor),
      usedAt: null,
    })
    if (!isNew) return
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
