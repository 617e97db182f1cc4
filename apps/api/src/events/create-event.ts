import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { type Membership, NotFound } from '../http/index.js'
import { OrganizationRepository, slugFrom } from '../organizations/index.js'
import type { CreateEventDto } from './dto/event.dto.js'
import { Event } from './event.entity.js'
import { EventRepository } from './event.repository.js'
import { defaultSurvey } from './default-survey.js'
import { newEvent } from './new-event.js'
import { writeQuestions } from './written-parts.js'

/** Both languages that we speak are read there. */
const usualTimeZone = 'Europe/Amsterdam'

@Injectable()
export class CreateEvent {
  constructor(
    private readonly events: EventRepository,
    private readonly organizations: OrganizationRepository,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A draft with a title, good dates and a survey. */
  async run({ organizationId, userId }: Membership, { title, timeZone = usualTimeZone }: CreateEventDto): Promise<Event> {
    return this.transactions.run(async (manager) => {
      const organization = await this.organizations.withId(organizationId, manager)
      if (!organization) throw new NotFound()
      const { locale } = organization
      const slug = await this.events.freeSlug(manager, organizationId, slugFrom(title, 'event'))
      const event = newEvent(organizationId, { title, slug, timeZone, locale }, await this.clock.now(manager))
      await manager.insert(Event, event)
      await writeQuestions(manager, event, 'survey', defaultSurvey(locale))
      await this.audit.record(manager, {
        organizationId,
        userId,
        eventId: event.id,
        action: 'event.created',
        subject: event.id,
        after: { title, slug },
      })
      return event
    })
  }
}
