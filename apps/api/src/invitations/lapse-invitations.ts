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
import { PassedOnSeats } from './passed-on-seats.js'

/** The deadline acts by itself: whoever has not answered passes the seat on. */
@Injectable()
export class LapseInvitations {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly invitations: InvitationRepository,
    private readonly log: DrawLog,
    private readonly seats: PassedOnSeats,
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
      if (hasBegun(event, now)) await this.seats.leaveEmpty(manager, log, event, invitation)
      else await this.seats.passOn(manager, log, event, invitation, 'expire', leaveReasons.noAnswer)
      await this.mails.lapsed(manager, event, invitation)
    }
    return due.length
  }
}

function hasBegun({ startsAt }: Event, now: Date): boolean {
  return startsAt !== null && startsAt <= now
}
