import { Injectable } from '@nestjs/common'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { RateLimiter } from '../http/index.js'
import type { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { ConfirmationMails } from './confirmation-mails.js'
import { EventGate } from './event-gate.js'

const limit = { limit: 3, windowSeconds: 86_400, code: 'applications:resentOften' }

/** The mail that asks for the proof of an address, once more. */
@Injectable()
export class ResendConfirmation {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly limiter: RateLimiter,
    private readonly applications: ApplicationRepository,
    private readonly mails: ConfirmationMails,
  ) {}

  /** Nothing happens when the address is confirmed. A shadow's page may be a stranger's: its request is one more application with that address. */
  async run({ id, eventId, organizationId, shadowOf, groupId }: Application): Promise<void> {
    await this.limiter.take(null, `confirmation-mail:${id}`, limit)
    await this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, organizationId, eventId)
      const { now } = await this.gate.holdOpen(manager, event)
      const owner = await this.applications.lock(manager, shadowOf ?? id)
      if (shadowOf !== null) return this.mails.appliedAgain(manager, event, owner, { receivedAt: now, groupId })
      if (owner.confirmedAt === null) await this.mails.ask(manager, event, owner, now)
    })
  }
}
