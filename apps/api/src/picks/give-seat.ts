import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { freezesAt, type PickReason } from '#policy'
import { Application, lacksProof } from '../applications/index.js'
import { AuditLog } from '../audit/index.js'
import { Clock, isCheckViolation, Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { Conflict, type Membership, NotFound } from '../http/index.js'
import { Pick } from './pick.entity.js'

/** The team gives a declared seat to somebody, for a reason of the public list, or takes it back: until the list freezes. */
@Injectable()
export class GiveSeat {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly audit: AuditLog,
  ) {}

  /** Gives the seat; for somebody who has one it changes the reason. */
  async give(member: Membership, eventId: string, applicationId: string, reason: PickReason): Promise<void> {
    try {
      await this.transactions.run(async (manager) => {
        const { event, now } = await this.#openEvent(manager, member, eventId)
        const application = await this.#seatable(manager, event, applicationId)
        const before = await manager.findOneBy(Pick, { applicationId: application.id })
        if (before?.reason === reason) return
        if (event.policy.picked.seats === 0) throw new Conflict('picks:noneDeclared')
        const pick = { reason, pickedBy: member.userId, pickedAt: now }
        if (before) await manager.update(Pick, { applicationId }, pick)
        else await manager.insert(Pick, { applicationId, organizationId: event.organizationId, eventId, ...pick })
        await this.#record(manager, member, event, applicationId, before, { reason })
      })
    } catch (error) {
      if (isCheckViolation(error, 'picks_never_over_declared')) throw new Conflict('picks:allGiven')
      throw error
    }
  }

  /** Takes it back; taking back twice is taking back once. */
  async takeBack(member: Membership, eventId: string, applicationId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const { event } = await this.#openEvent(manager, member, eventId)
      const pick = await manager.findOneBy(Pick, { applicationId, eventId })
      if (!pick) return
      await manager.delete(Pick, { applicationId })
      await this.#record(manager, member, event, applicationId, pick, null)
    })
  }

  /** The event's row is held against everybody else, so that neither the freeze nor another pick comes in between. */
  async #openEvent(manager: EntityManager, { organizationId }: Membership, eventId: string): Promise<{ event: Event; now: Date }> {
    await this.events.byId(manager, organizationId, eventId)
    const event = await this.events.lock(manager, eventId)
    const now = await this.clock.now(manager)
    const freeze = freezesAt(event.policy, event.closesAt)
    if (event.publishedAt === null || freeze === null) throw new Conflict('picks:notPublished')
    if (event.cancelledAt !== null) throw new Conflict('picks:cancelled')
    const draws = await manager.query<object[]>('select 1 from draws where event_id = $1', [eventId])
    if (now >= freeze || draws.length > 0) throw new Conflict('picks:frozen')
    return { event, now }
  }

  async #seatable(manager: EntityManager, event: Event, id: string): Promise<Application> {
    const { id: eventId, organizationId } = event
    const application = await manager.findOneBy(Application, { id, eventId, organizationId })
    if (!application) throw new NotFound()
    if (application.withdrawnAt !== null) throw new Conflict('picks:withdrawn')
    if (application.setAsideAt !== null) throw new Conflict('picks:setAside')
    if (application.confirmedAt === null) throw new Conflict('picks:unconfirmed')
    if (lacksProof(event, application)) throw new Conflict('picks:unproven')
    return application
  }

  async #record(
    manager: EntityManager,
    { userId }: Membership,
    { id: eventId, organizationId }: Event,
    subject: string,
    before: Pick | null,
    after: { readonly reason: string } | null,
  ): Promise<void> {
    await this.audit.record(manager, {
      organizationId,
      eventId,
      userId,
      action: after === null ? 'seat.taken-back' : before === null ? 'seat.given' : 'seat.reason-changed',
      subject,
      ...(before && { before: { reason: before.reason, pickedBy: before.pickedBy, pickedAt: before.pickedAt } }),
      ...(after && { after }),
    })
  }
}
