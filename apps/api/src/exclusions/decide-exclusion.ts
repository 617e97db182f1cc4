import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { DrawLog, type OpenLog } from '../draws/index.js'
import { type Event, Events } from '../events/index.js'
import { Conflict, type Membership, NotFound } from '../http/index.js'
import { Invitation, InvitationMails, InvitationRepository } from '../invitations/index.js'
import { Exclusion } from './exclusion.entity.js'
import { ExclusionMails } from './exclusion-mails.js'
import { ExclusionRepository } from './exclusion.repository.js'
import { Pointless } from './pointless.js'

/** Another member than the one who asked agrees, and the ticket is out; or says no, and nothing has happened. */
@Injectable()
export class DecideExclusion {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly log: DrawLog,
    private readonly invitations: InvitationRepository,
    private readonly invitationMails: InvitationMails,
    private readonly exclusions: ExclusionRepository,
    private readonly mails: ExclusionMails,
    private readonly pointless: Pointless,
    private readonly audit: AuditLog,
  ) {}

  /** A request that has become pointless ends instead. Agreeing twice is agreeing once. */
  async approve(member: Membership, eventId: string, id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, member.organizationId, eventId)
      const found = await this.log.change(manager, eventId, async (log) => {
        const exclusion = await this.#decidable(manager, member, eventId, id, 'approved')
        if (exclusion === null) return true
        const now = await this.clock.now(manager)
        const because = log.draw.id === exclusion.drawId ? await this.pointless.because(manager, event, exclusion, now) : 'left'
        if (because !== null) await this.pointless.end(manager, exclusion, because, now, member.userId)
        else await this.#exclude(manager, event, log, exclusion, member.userId, now)
        return true
      })
      if (found === null) throw new NotFound()
    })
  }

  async reject(member: Membership, eventId: string, id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.events.hold(manager, member.organizationId, eventId)
      const exclusion = await this.#decidable(manager, member, eventId, id, 'rejected')
      if (exclusion === null) return
      await this.#decide(manager, exclusion, 'rejected', member.userId, await this.clock.now(manager))
    })
  }

  /** The request, locked, when this member may decide it; null when it was decided so before. */
  async #decidable(
    manager: EntityManager,
    { organizationId, userId }: Membership,
    eventId: string,
    id: string,
    decision: 'approved' | 'rejected',
  ): Promise<Exclusion | null> {
    const exclusion = await this.exclusions.lockById(manager, organizationId, eventId, id)
    if (exclusion === null) throw new NotFound()
    if (exclusion.askedBy === userId) throw new Conflict('exclusions:yourOwn')
    if (exclusion.state === decision || exclusion.state === 'ended') return null
    if (exclusion.state !== 'open') throw new Conflict('exclusions:decided')
    return exclusion
  }

  async #exclude(manager: EntityManager, event: Event, log: OpenLog, exclusion: Exclusion, userId: string, now: Date): Promise<void> {
    const { reason, note, applicationId } = exclusion
    await this.#decide(manager, exclusion, 'approved', userId, now)
    await log.leave(applicationId, { type: 'disqualify', reason })
    const invitation = await this.invitations.lockNewest(manager, applicationId)
    if (invitation?.state !== 'pending' && invitation?.state !== 'accepted') {
      await this.mails.excluded(manager, event, exclusion)
      return
    }
    await manager.update(Invitation, { id: invitation.id }, { state: 'revoked', revokedBy: userId, reason })
    await this.invitationMails.revoked(manager, event, invitation, reason, note)
  }

  async #decide(manager: EntityManager, exclusion: Exclusion, state: 'approved' | 'rejected', userId: string, now: Date): Promise<void> {
    const { id, organizationId, eventId, reason } = exclusion
    await manager.update(Exclusion, { id }, { state, decidedBy: userId, decidedAt: now })
    await this.audit.record(manager, {
      organizationId,
      eventId,
      userId,
      action: `exclusion.${state}`,
      subject: id,
      before: { state: 'open' },
      after: { state, reason },
    })
  }
}
