import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DrawLog, type OpenLog } from '../draws/index.js'
import { Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { oneByOne } from '../jobs/index.js'
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

  /** Lets every invitation lapse whose deadline has passed; answers how many. */
  async runDue(now: Date): Promise<number> {
    return oneByOne(await this.invitations.eventsWithLapsed(now), ({ organizationId, eventId }) =>
      this.transactions.run(async (manager) => {
        const event = await this.events.hold(manager, organizationId, eventId)
        if (event.cancelledAt !== null) return 0
        return (await this.log.change(manager, eventId, (log) => this.#lapse(manager, event, log, now))) ?? 0
      }),
    )
  }

  async #lapse(manager: EntityManager, event: Event, log: OpenLog, now: Date): Promise<number> {
    const due = await this.invitations.lockLapsed(manager, event.id, now)
    for (const invitation of due) {
      await manager.update(Invitation, { id: invitation.id }, { state: 'lapsed' })
      log.append({ type: 'expire', unit: invitation.unitId, reason: leaveReasons.noAnswer })
      if (hasBegun(event, now))
        log.append({ type: 'shrink', pool: invitation.pool, seats: invitation.seats, reason: leaveReasons.eventBegan })
      await this.mails.lapsed(manager, event, invitation)
    }
    return due.length
  }
}

/** Once the event has begun, a seat that nobody answered for stays empty: nobody can be called up any more. */
function hasBegun({ startsAt }: Event, now: Date): boolean {
  return startsAt !== null && startsAt <= now
}
