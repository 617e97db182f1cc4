import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Application, Withdrawals } from '../applications/index.js'
import { AuditLog } from '../audit/index.js'
import { Pick } from './pick.entity.js'

/** Whoever withdraws before the freeze leaves the seat to somebody else of the team's choice. Afterwards it goes to the draw. */
@Injectable()
export class LeavePick implements OnModuleInit {
  constructor(
    private readonly withdrawals: Withdrawals,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.withdrawals.register((manager, application) => this.#leave(manager, application))
  }

  async #leave(manager: EntityManager, { id: applicationId, eventId, organizationId }: Application): Promise<boolean> {
    const pick = await manager.findOneBy(Pick, { applicationId })
    if (pick === null || (await manager.query<object[]>('select 1 from draws where event_id = $1', [eventId])).length > 0) return false
    await manager.delete(Pick, { applicationId })
    await this.audit.record(manager, {
      organizationId,
      eventId,
      action: 'seat.left',
      subject: applicationId,
      before: { reason: pick.reason, pickedBy: pick.pickedBy, pickedAt: pick.pickedAt },
    })
    return false
  }
}
