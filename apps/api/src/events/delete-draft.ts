import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit/index.js'
import { Transactions } from '../database/index.js'
import { Conflict, type Membership, NotFound } from '../http/index.js'
import { Event } from './event.entity.js'
import { EventRepository } from './event.repository.js'

@Injectable()
export class DeleteDraft {
  constructor(
    private readonly events: EventRepository,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  /** Throws a draft away. What has been public is cancelled instead, so that its address keeps saying so. */
  async run({ organizationId, userId }: Membership, eventId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.lockWithId(manager, eventId, organizationId)
      if (!event) throw new NotFound()
      if (event.publishedAt) throw new Conflict('events:isPublic')
      await manager.delete(Event, { id: eventId, organizationId })
      await this.audit.record(manager, {
        organizationId,
        userId,
        eventId,
        action: 'event.deleted',
        subject: eventId,
        before: { title: event.title },
      })
    })
  }
}
