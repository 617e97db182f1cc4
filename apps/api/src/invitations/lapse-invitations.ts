import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DrawLog, type OpenLog } from '../draws/index.js'
import { Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { Invitation } from './invitation.entity.js'
import { InvitationMails } from './invitation-mails.js'
import { InvitationRepository } from './invitation.repository.js'
import { leaveReasons } from './leave-reasons.js'

/** The deadline acts by itself: whoever has not answered passes the seat on. */
@Injectable()
export class LapseInvitations {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly invitations: InvitationRepository,
    private readonly log: DrawLog,
    private readonly mails: InvitationMails,
  ) {}

  async runDue(now: Date): Promise<number> {
    let lapsed = 0
    for (const eventId of await this.invitations.eventsWithLapsed(now)) {
      lapsed += await this.transactions.run(async (manager) => (await this.log.change(manager, eventId, (log) => this.#lapse(manager, log, now))) ?? 0)
    }
    return lapsed
  }

  async #lapse(manager: EntityManager, log: OpenLog, now: Date): Promise<number> {
    const { organizationId, eventId } = log.draw
    const event = await this.events.byId(manager, organizationId, eventId)
    const due = await this.invitations.lockLapsed(manager, eventId, now)
    for (const invitation of due) {
      await manager.update(Invitation, { id: invitation.id }, { state: 'lapsed' })
      log.append({ type: 'expire', unit: invitation.unitId, reason: leaveReasons.noAnswer })
      if (hasBegun(event, now)) log.append({ type: 'shrink', pool: invitation.pool, seats: invitation.seats, reason: leaveReasons.eventBegan })
      await this.mails.lapsed(manager, event, invitation)
    }
    return due.length
  }
}

/** Once the event has begun, a seat that nobody answered for stays empty: nobody can be called up any more. */
function hasBegun({ startsAt }: Event, now: Date): boolean {
  return startsAt !== null && startsAt <= now
}
