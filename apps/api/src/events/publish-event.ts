import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { Conflict, Invalid, type Membership, NotFound } from '../http/index.js'
import { Moments } from '../jobs/index.js'
import { Event } from './event.entity.js'
import { EventParts } from './event-parts.js'
import { EventRepository } from './event.repository.js'
import { publicationProblems } from './publication.js'

@Injectable()
export class PublishEvent {
  constructor(
    private readonly events: EventRepository,
    private readonly parts: EventParts,
    private readonly audit: AuditLog,
    private readonly moments: Moments,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Gives a complete draft its public page. */
  async run({ organizationId, userId }: Membership, eventId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.lockWithId(manager, eventId, organizationId)
      if (!event) throw new NotFound()
      if (event.publishedAt) throw new Conflict('events:isPublished')
      const now = await this.clock.now(manager)
      const problems = publicationProblems(event, (await this.parts.hosts(event.id, manager)).length, now)
      if (problems.length > 0) throw new Invalid(problems, 'events:incomplete')
      await manager.update(Event, { id: event.id, organizationId }, { publishedAt: now, version: event.version + 1, updatedAt: now })
      await this.audit.record(manager, { organizationId, userId, eventId, action: 'event.published', subject: eventId })
      await this.moments.wake(manager)
    })
  }
}
