import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Application } from '../applications/index.js'
import { AuditLog } from '../audit/index.js'
import { DrawUnit } from '../draws/index.js'
import type { Event } from '../events/index.js'
import { InvitationRepository } from '../invitations/index.js'
import { type Ending, Exclusion } from './exclusion.entity.js'
import { ExclusionRepository } from './exclusion.repository.js'

/** Whether a request or an appeal still needs a decision, and its clean end when it does not. */
@Injectable()
export class Pointless {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly exclusions: ExclusionRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Why nothing is left to decide, or null. */
  async because(manager: EntityManager, event: Event, exclusion: Exclusion, now: Date): Promise<Ending | null> {
    if (event.cancelledAt !== null) return 'cancelled'
    if (event.startsAt !== null && event.startsAt <= now) return 'event-began'
    if (exclusion.state !== 'open') return (await this.#hasWithdrawn(manager, exclusion)) ? 'left' : null
    // A unit without a row of its own waits.
    const unit = await manager.findOneBy(DrawUnit, { drawId: exclusion.drawId, unitId: exclusion.unitId })
    if (unit?.state === 'out' || (await this.exclusions.hasLeftGroup(manager, exclusion))) return 'left'
    return (await this.invitations.hasArrived(manager, exclusion.applicationId)) ? 'arrived' : null
  }

  async end(manager: EntityManager, exclusion: Exclusion, because: Ending, now: Date, userId?: string): Promise<void> {
    const asked = exclusion.state === 'open'
    await manager.update(
      Exclusion,
      { id: exclusion.id },
      asked ? { state: 'ended', endedBecause: because, decidedAt: now } : { appealState: 'ended', appealDecidedAt: now },
    )
    await this.audit.record(manager, {
      organizationId: exclusion.organizationId,
      eventId: exclusion.eventId,
      ...(userId !== undefined && { userId }),
      action: asked ? 'exclusion.ended' : 'appeal.ended',
      subject: exclusion.id,
      before: { state: 'open' },
      after: { state: 'ended', because },
    })
  }

  async #hasWithdrawn(manager: EntityManager, { applicationId }: Exclusion): Promise<boolean> {
    const application = await manager.findOneBy(Application, { id: applicationId })
    return application?.withdrawnAt !== null
  }
}
