import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DrawLog } from '../draws/index.js'
import { Clock, Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { Conflict, Gone } from '../http/index.js'
import { Invitation } from './invitation.entity.js'
import { InvitationMails } from './invitation-mails.js'
import { InvitationRepository } from './invitation.repository.js'
import { leaveReasons } from './leave-reasons.js'
import { PassedOnSeats } from './passed-on-seats.js'

export type Answer = 'accept' | 'decline'

/** Whose seat it is about. */
export interface SeatHolder {
  readonly id: string
  readonly organizationId: string
  readonly eventId: string
}

/** Yes, no, and no after all: what an invited person does with a seat. Each may be sent twice and counts once. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly invitations: InvitationRepository,
    private readonly log: DrawLog,
    private readonly seats: PassedOnSeats,
    private readonly mails: InvitationMails,
  ) {}

  async answer(holder: SeatHolder, answer: Answer): Promise<void> {
    await this.transactions.run((manager) => (answer === 'accept' ? this.#accept(manager, holder) : this.#decline(manager, holder)))
  }

  /** Gives an accepted seat back, until the event begins. */
  async returnSeat(holder: SeatHolder): Promise<void> {
    await this.transactions.run((manager) =>
      this.#giveUp(manager, holder, async (invitation, now) => {
        if (invitation.returnedAt !== null) return null
        if (invitation.state !== 'accepted') throw new Conflict('invitations:notAccepted')
        if (await this.invitations.hasArrived(manager, holder.id)) throw new Conflict('invitations:arrived')
        return { changes: { state: 'declined', returnedAt: now }, reason: leaveReasons.returned }
      }),
    )
  }

  async #accept(manager: EntityManager, holder: SeatHolder): Promise<void> {
    const event = await this.#runningEvent(manager, holder)
    const invitation = await this.invitations.lockNewest(manager, holder.id)
    const now = await this.clock.now(manager)
    if (invitation?.state === 'accepted') return
    const pending = this.#pending(invitation, now)
    const changes = { state: 'accepted', answeredAt: now } as const
    await manager.update(Invitation, { id: pending.id }, changes)
    await this.mails.accepted(manager, event, { ...pending, ...changes })
  }

  async #decline(manager: EntityManager, holder: SeatHolder): Promise<void> {
    await this.#giveUp(manager, holder, async (invitation, now) => {
      if (invitation.state === 'declined') return null
      this.#pending(invitation, now)
      return { changes: { state: 'declined', answeredAt: now }, reason: leaveReasons.declined }
    })
  }

  /** Takes the locks in the house's order (event, log, invitation), and lets the seat move on. `decide` answers null when it was done before. */
  async #giveUp(
    manager: EntityManager,
    holder: SeatHolder,
    decide: (invitation: Invitation, now: Date) => Promise<{ changes: Partial<Invitation>; reason: string } | null>,
  ): Promise<void> {
    const event = await this.#runningEvent(manager, holder)
    const found = await this.log.change(manager, holder.eventId, async (log) => {
      const invitation = await this.invitations.lockNewest(manager, holder.id)
      if (invitation === null) return false
      const now = await this.clock.now(manager)
      const decision = await decide(invitation, now)
      if (decision === null) return true
      if (event.startsAt !== null && event.startsAt <= now) throw new Gone('invitations:eventBegan')
      await manager.update(Invitation, { id: invitation.id }, decision.changes)
      await this.seats.passOn(manager, log, event, invitation, 'decline', decision.reason)
      await this.mails.givenUp(manager, event, { ...invitation, ...decision.changes })
      return true
    })
    if (found !== true) throw new Conflict('invitations:notInvited')
  }

  #pending(invitation: Invitation | null, now: Date): Invitation {
    if (invitation === null) throw new Conflict('invitations:notInvited')
    if (invitation.state === 'lapsed' || (invitation.state === 'pending' && invitation.deadline <= now))
      throw new Gone('invitations:lapsed')
    if (invitation.state === 'revoked') throw new Gone('invitations:revoked')
    if (invitation.state !== 'pending') throw new Conflict('invitations:answered')
    return invitation
  }

  /** Held, so that nobody is called up for an event that is cancelled meanwhile. */
  async #runningEvent(manager: EntityManager, { organizationId, eventId }: SeatHolder): Promise<Event> {
    const event = await this.events.hold(manager, organizationId, eventId)
    if (event.cancelledAt !== null) throw new Gone('invitations:cancelled')
    return event
  }
}
