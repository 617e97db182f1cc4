import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, newId } from '../database/index.js'
import { type Draw, DrawAnnouncements, type DrawListener, DrawListeners, type PlacedUnit } from '../draws/index.js'
import { Events } from '../events/index.js'
import { pickedPool, SeatsBeside } from '../picks/index.js'
import { answerDeadline } from './answer-deadline.js'
import { Invitation } from './invitation.entity.js'
import { InvitationMails } from './invitation-mails.js'

type Seated = Pick<PlacedUnit, 'applicationIds' | 'pool'> & { readonly unitId: string | null }

const besideTheDraw = { unitId: null, pool: pickedPool } as const

/**
 * Whoever the fill rule places is invited, in the transaction that logs it, everybody of a group to a seat of her own; with the draw itself
 * also whoever has a seat beside it.
 */
@Injectable()
export class OfferSeats implements DrawListener, OnModuleInit {
  constructor(
    private readonly listeners: DrawListeners,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly mails: InvitationMails,
    private readonly announcements: DrawAnnouncements,
    private readonly beside: SeatsBeside,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this)
  }

  async drawn(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[]): Promise<void> {
    const beside = (await this.beside.toInvite(manager, draw.eventId)).map((id) => ({ applicationIds: [id], ...besideTheDraw }))
    await this.#offer(manager, draw, [...beside, ...placed], false)
    await this.announcements.begin(manager, draw, 'not-drawn')
  }

  async promoted(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[]): Promise<void> {
    await this.#offer(manager, draw, placed, true)
  }

  async #offer(manager: EntityManager, draw: Draw, placed: readonly Seated[], promoted: boolean): Promise<void> {
    if (placed.length === 0) return
    const event = await this.events.byId(manager, draw.organizationId, draw.eventId)
    const { answerBy, startsAt, promotionHours } = event
    if (answerBy === null || startsAt === null) throw new Error(`Event ${event.id} was drawn without a deadline or a beginning.`)
    const now = await this.clock.now(manager)
    const deadline = answerDeadline({ answerBy, startsAt, promotionHours }, now, promoted)
    const people = placed.flatMap(({ applicationIds, ...unit }) => applicationIds.map((applicationId) => ({ ...unit, applicationId })))
    const invitations = people.map(({ unitId, applicationId, pool }) => ({
      id: newId(),
      organizationId: draw.organizationId,
      eventId: draw.eventId,
      drawId: draw.id,
      unitId,
      applicationId,
      pool,
      seats: 1,
      state: 'pending' as const,
      deadline,
      invitedAt: now,
      answeredAt: null,
      returnedAt: null,
      revokedBy: null,
      reason: null,
    }))
    for (let start = 0; start < invitations.length; start += rowsPerInsert)
      await manager.insert(Invitation, invitations.slice(start, start + rowsPerInsert))
    await this.mails.invited(manager, event, invitations, promoted)
  }
}

/** PostgreSQL takes 65 535 values in a statement. */
const rowsPerInsert = 2000
