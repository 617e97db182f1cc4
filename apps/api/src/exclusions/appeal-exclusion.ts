import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit/index.js'
import type { Application } from '../applications/index.js'
import { Clock, Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { Conflict, Gone } from '../http/index.js'
import { Exclusion } from './exclusion.entity.js'
import { ExclusionRepository } from './exclusion.repository.js'

/** Whoever was excluded says why that is wrong: once, until the event begins. */
@Injectable()
export class AppealExclusion {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly exclusions: ExclusionRepository,
    private readonly audit: AuditLog,
  ) {}

  async appeal({ id: applicationId, organizationId, eventId, withdrawnAt }: Application, text: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, organizationId, eventId)
      const exclusion = await this.exclusions.lockNewestApproved(manager, applicationId)
      if (exclusion === null || withdrawnAt !== null) throw new Conflict('exclusions:notExcluded')
      if (exclusion.appeal !== null) throw new Conflict('exclusions:appealed')
      const now = await this.clock.now(manager)
      if (event.cancelledAt !== null) throw new Gone('exclusions:cancelled')
      if (event.startsAt !== null && event.startsAt <= now) throw new Gone('exclusions:tooLateToAppeal')
      await manager.update(Exclusion, { id: exclusion.id }, { appeal: text, appealedAt: now, appealState: 'open' })
      await this.audit.record(manager, { organizationId, eventId, action: 'appeal.made', subject: exclusion.id, after: { state: 'open' } })
    })
  }
}
