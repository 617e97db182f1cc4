import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { Conflict, Invalid, type Membership, NotFound } from '../http/index.js'
import { Moments } from '../jobs/index.js'
import type { CancelEventDto } from './dto/event.dto.js'
import { Event, isPublished } from './event.entity.js'
import { EventCancellations } from './event-cancellations.js'
import { EventRepository } from './event.repository.js'

@Injectable()
export class CancelEvent {
  constructor(
    private readonly events: EventRepository,
    private readonly cancellations: EventCancellations,
    private readonly audit: AuditLog,
    private readonly moments: Moments,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Calls a published event off, for good, and has everybody told who is concerned. */
  async run({ organizationId, userId }: Membership, eventId: string, { reason, confirmTitle }: CancelEventDto): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.lockWithId(manager, eventId, organizationId)
      if (!event) throw new NotFound()
      if (!isPublished(event)) throw new Conflict('events:isDraft')
      if (event.cancelledAt) throw new Conflict('events:isCancelled')
      const now = await this.clock.now(manager)
      if (event.endsAt <= now) throw new Conflict('events:isOver')
      if (confirmTitle !== event.title)
        throw new Invalid([{ path: 'confirmTitle', code: 'events:otherTitle', values: { title: event.title } }])
      const cancelled: Event = { ...event, cancelledAt: now, cancelReason: reason, version: event.version + 1, updatedAt: now }
      const { cancelledAt, cancelReason, version, updatedAt } = cancelled
      await manager.update(Event, { id: event.id, organizationId }, { cancelledAt, cancelReason, version, updatedAt })
      await this.cancellations.cancelled(manager, cancelled)
      await this.audit.record(manager, { organizationId, userId, eventId, action: 'event.cancelled', subject: eventId, after: { reason } })
      await this.moments.wake(manager)
    })
  }
}
