import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, newId } from '../database/index.js'
import { type Draw, type DrawListener, DrawListeners, type PlacedUnit } from '../draws/index.js'
import { Events } from '../events/index.js'
import { answerDeadline } from './answer-deadline.js'
import { Invitation } from './invitation.entity.js'
import { InvitationMails } from './invitation-mails.js'

/** Whoever the fill rule places is invited, in the transaction that logs it. */
@Injectable()
export class OfferSeats implements DrawListener, OnModuleInit {
  constructor(
    private readonly listeners: DrawListeners,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly mails: InvitationMails,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this)
  }

  async drawn(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[]): Promise<void> {
    await this.#offer(manager, draw, placed, false)
    await this.mails.notDrawn(manager, draw)
  }

  async promoted(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[]): Promise<void> {
    await this.#offer(manager, draw, placed, true)
  }

  async #offer(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[], promoted: boolean): Promise<void> {
    if (placed.length === 0) return
    const event = await this.events.byId(manager, draw.organizationId, draw.eventId)
    const { answerBy, startsAt, promotionHours } = event
    if (answerBy === null || startsAt === null) throw new Error(`Event ${event.id} was drawn without a deadline or a beginning.`)
    const now = await this.clock.now(manager)
    const deadline = answerDeadline({ answerBy, startsAt, promotionHours }, now, promoted)
    const invitations = placed.map(({ unitId, applicationId, pool, seats }) => ({
      id: newId(),
      organizationId: draw.organizationId,
      eventId: draw.eventId,
      drawId: draw.id,
      unitId,
      applicationId,
      pool,
      seats,
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
