import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../audit/index.js'
import { Clock, newId, Transactions } from '../database/index.js'
import { type Membership, NotFound } from '../http/index.js'
import type { AgendaItem } from './agenda-item.entity.js'
import type { EditedAgendaItem } from './edited-agenda.js'
import { copiedQuestions } from './edited-questions.js'
import { Event } from './event.entity.js'
import { EventParts } from './event-parts.js'
import { copiedPolicy } from './edited-policy.js'
import { EventRepository } from './event.repository.js'
import { daysLater, daysToMove, movedSchedule } from './event-times.js'
import { writeAgenda, writeHosts, writeQuestions } from './written-parts.js'

@Injectable()
export class DuplicateEvent {
  constructor(
    private readonly events: EventRepository,
    private readonly parts: EventParts,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A new draft like the event, with all its times moved by whole days. Archived hosts stay behind. */
  async run({ organizationId, userId }: Membership, eventId: string): Promise<Event> {
    return this.transactions.run(async (manager) => {
      const source = await this.events.withId(organizationId, eventId, manager)
      if (!source) throw new NotFound()
      const now = await this.clock.now(manager)
      const days = daysToMove(source, now, source.timeZone)
      const copy = await this.#copy(manager, source, days, now)
      await this.#copyParts(manager, source, copy, days)
      await this.audit.record(manager, {
        organizationId,
        userId,
        eventId: copy.id,
        action: 'event.duplicated',
        subject: copy.id,
        after: { from: source.id },
      })
      return copy
    })
  }

  async #copy(manager: EntityManager, source: Event, days: number, now: Date): Promise<Event> {
    const copy: Event = {
      ...source,
      ...movedSchedule(source, days, source.timeZone),
      id: newId(),
      slug: await this.events.freeSlug(manager, source.organizationId, source.slug),
      duplicatedFrom: source.id,
      publishedAt: null,
      cancelledAt: null,
      cancelReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    }
    await manager.insert(Event, copy)
    return copy
  }

  async #copyParts(manager: EntityManager, source: Event, copy: Event, days: number): Promise<void> {
    const { hosts, questions, surveyQuestions, agenda } = await this.parts.of(source, manager)
    await writeHosts(
      manager,
      copy,
      hosts.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id),
    )
    const copied = copiedQuestions(questions)
    await writeQuestions(manager, copy, 'application', copied.questions)
    const policy = copiedPolicy(source.policy, copied.newIds, days, source.timeZone)
    await manager.update(Event, { id: copy.id, organizationId: copy.organizationId }, { policy })
    await writeQuestions(manager, copy, 'survey', copiedQuestions(surveyQuestions).questions)
    await writeAgenda(
      manager,
      copy,
      agenda.map((item) => moved(item, days, source.timeZone)),
    )
  }
}

function moved({ startsAt, endsAt, title, place, speaker, note }: AgendaItem, days: number, timeZone: string): EditedAgendaItem {
  const start = daysLater(startsAt, days, timeZone)
  const length = endsAt && endsAt.getTime() - startsAt.getTime()
  return { startsAt: start, endsAt: length === null ? null : new Date(start.getTime() + length), title, place, speaker, note }
}
