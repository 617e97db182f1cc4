import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit/index.js'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import type { Membership } from '../http/index.js'
import { AttendanceRepository } from './attendance.repository.js'

/** Takes back that somebody came in, such as when the wrong name was pressed. Doing it twice is no error. */
@Injectable()
export class UndoCheckIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly attendance: AttendanceRepository,
    private readonly audit: AuditLog,
  ) {}

  async run({ organizationId, userId }: Membership, eventId: string, applicationId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, organizationId, eventId)
      const earlier = await this.attendance.find(manager, event.id, applicationId)
      if (earlier === null || !(await this.attendance.remove(manager, event.id, applicationId))) return
      const { at, method } = earlier
      await this.audit.record(manager, {
        organizationId,
        userId,
        eventId,
        action: 'guest.check-in-undone',
        subject: applicationId,
        before: { at, method },
      })
    })
  }
}
