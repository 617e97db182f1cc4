import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../audit/index.js'
import { Clock, isUniqueViolation, newId, Transactions } from '../database/index.js'
import { DrawRepository, type UnitStanding } from '../draws/index.js'
import { Events } from '../events/index.js'
import { Conflict, Invalid, type Membership, NotFound } from '../http/index.js'
import { type ExclusionReason, InvitationRepository } from '../invitations/index.js'
import { Exclusion } from './exclusion.entity.js'
import { ExclusionRepository } from './exclusion.repository.js'
import { Pointless } from './pointless.js'

export interface ExclusionWish {
  readonly applicationId: string
  readonly reason: ExclusionReason
  readonly note: string | null
}

/** One member asks for a ticket to be taken out of the draw. Nothing happens to it until another agrees. */
@Injectable()
export class AskExclusion {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly invitations: InvitationRepository,
    private readonly exclusions: ExclusionRepository,
    private readonly pointless: Pointless,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the id of the request. */
  async ask(member: Membership, eventId: string, wish: ExclusionWish): Promise<string> {
    if (wish.reason === 'other' && wish.note === null) throw new Invalid([{ path: 'note', code: 'exclusions:noteMissing' }])
    try {
      return await this.transactions.run((manager) => this.#ask(manager, member, eventId, wish))
    } catch (error) {
      if (isUniqueViolation(error)) throw new Conflict('exclusions:asked')
      throw error
    }
  }

  async #ask(manager: EntityManager, { organizationId, userId }: Membership, eventId: string, wish: ExclusionWish): Promise<string> {
    const event = await this.events.hold(manager, organizationId, eventId)
    const now = await this.clock.now(manager)
    if (event.cancelledAt !== null) throw new Conflict('exclusions:cancelled')
    if (event.startsAt !== null && event.startsAt <= now) throw new Conflict('exclusions:eventBegan')
    const unit = await this.#unit(manager, organizationId, eventId, wish.applicationId)
    const { applicationId } = wish
    const hasLeft = unit.state === 'out' || (await this.exclusions.hasLeftGroup(manager, { drawId: unit.drawId, applicationId }))
    if (hasLeft) throw new Conflict('exclusions:left')
    if (await this.invitations.hasArrived(manager, wish.applicationId)) throw new Conflict('exclusions:arrived')
    if ((await this.exclusions.othersWhoDecide(manager, organizationId, userId)) === 0) throw new Conflict('exclusions:alone')
    const { drawId, unitId } = unit
    const id = newId()
    await manager.insert(Exclusion, { id, organizationId, eventId, drawId, unitId, ...wish, askedBy: userId, askedAt: now, state: 'open' })
    await this.audit.record(manager, {
      organizationId,
      eventId,
      userId,
      action: 'exclusion.asked',
      subject: id,
      after: { state: 'open', ...wish },
    })
    return id
  }

  async #unit(manager: EntityManager, organizationId: string, eventId: string, applicationId: string): Promise<UnitStanding> {
    const draw = await this.draws.latest(eventId, manager)
    const unit = draw && draw.organizationId === organizationId && (await this.draws.standingOf(manager, draw.id, applicationId))
    if (unit) return unit
    const [application] = await manager.query<object[]>(
      'select 1 from applications where organization_id = $1 and event_id = $2 and id = $3',
      [organizationId, eventId, applicationId],
    )
    if (application === undefined) throw new NotFound()
    throw new Conflict(draw ? 'exclusions:notEntered' : 'exclusions:notSealed')
  }

  /** Whoever asked takes the request back while nobody has decided. */
  async takeBack({ organizationId, userId }: Membership, eventId: string, id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.events.hold(manager, organizationId, eventId)
      const exclusion = await this.exclusions.lockById(manager, organizationId, eventId, id)
      if (exclusion === null) throw new NotFound()
      if (exclusion.askedBy !== userId) throw new Conflict('exclusions:notYours')
      if (exclusion.endedBecause === 'taken-back') return
      if (exclusion.state !== 'open') throw new Conflict('exclusions:decided')
      await this.pointless.end(manager, exclusion, 'taken-back', await this.clock.now(manager), userId)
    })
  }
}
