import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Application, Withdrawals } from '../applications/index.js'
import { Clock } from '../database/index.js'
import { DrawLog } from '../draws/index.js'
import { Invitation } from './invitation.entity.js'
import { InvitationRepository } from './invitation.repository.js'
import { leaveReasons } from './leave-reasons.js'

/** Whoever withdraws after the commitment stays in the list and is passed over: a line in the log, and a seat that moves on if there was one. */
@Injectable()
export class LeaveDraw implements OnModuleInit {
  constructor(
    private readonly withdrawals: Withdrawals,
    private readonly clock: Clock,
    private readonly invitations: InvitationRepository,
    private readonly log: DrawLog,
  ) {}

  onModuleInit(): void {
    this.withdrawals.register((manager, application) => this.#leave(manager, application))
  }

  async #leave(manager: EntityManager, { id, eventId }: Application): Promise<void> {
    await this.log.change(manager, eventId, async (log) => {
      const unit = await log.unitOf(id)
      if (unit === null || unit.state === 'out') return
      const invitation = await this.invitations.lockNewest(manager, id)
      if (invitation?.state === 'pending' || invitation?.state === 'accepted') {
        const now = await this.clock.now(manager)
        const returned = invitation.state === 'accepted' ? { returnedAt: now } : { answeredAt: now }
        await manager.update(Invitation, { id: invitation.id }, { state: 'declined', ...returned })
      }
      log.append({ type: 'withdraw', unit: unit.unitId, reason: leaveReasons.withdrawn })
    })
  }
}
