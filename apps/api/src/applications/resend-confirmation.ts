import { Injectable } from '@nestjs/common'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { RateLimiter, TooMany } from '../http/index.js'
import type { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { betweenMails, ConfirmationMails } from './confirmation-mails.js'
import { EventGate } from './event-gate.js'

const limits = [
  { limit: 1, windowSeconds: betweenMails / 1000, code: 'applications:resentJustNow' },
  { limit: 3, windowSeconds: 86_400, code: 'applications:resentOften' },
]

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

  /** Nothing happens when the address is confirmed. The page of a shadow answers as that of a first application does, and asks for the mail of that one. */
  async run(application: Application): Promise<void> {
    const { id, eventId, organizationId, shadowOf, groupId } = application
    if (application.confirmedAt !== null) return
    await this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, organizationId, eventId)
      const { now } = await this.gate.holdOpen(manager, event)
      requirePause(application, now)
      for (const limit of limits) await this.limiter.take(manager, `confirmation-mail:${limit.windowSeconds}:${id}`, limit)
      const owner = await this.applications.lock(manager, shadowOf ?? id)
      if (owner.confirmedAt === null) await this.mails.ask(manager, event, owner, now)
      else if (shadowOf !== null) await this.mails.appliedAgain(manager, event, owner, { receivedAt: now, groupId })
    })
  }
}

/** The first mail has just left. */
function requirePause({ receivedAt }: Application, now: Date): void {
  const wait = receivedAt.getTime() + betweenMails - now.getTime()
  if (wait > 0) throw new TooMany(Math.ceil(wait / 1000), 'applications:resentJustNow')
}
