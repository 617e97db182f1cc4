import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { NotFound } from '../http/index.js'
import { type Host, type Organization, OrganizationRepository } from '../organizations/index.js'
import type { AgendaItem } from './agenda-item.entity.js'
import type { Event, PublishedEvent } from './event.entity.js'
import { EventParts } from './event-parts.js'
import { EventRepository } from './event.repository.js'
import type { Form, Question } from './question.entity.js'

/** What other features ask about events. */
@Injectable()
export class Events {
  constructor(
    private readonly events: EventRepository,
    private readonly parts: EventParts,
    private readonly organizations: OrganizationRepository,
    private readonly dataSource: DataSource,
  ) {}

  /** An event of this organization, drafts too. Throws NotFound. */
  async byId(manager: EntityManager, organizationId: string, eventId: string): Promise<Event> {
    return found(await this.events.withId(organizationId, eventId, manager))
  }

  /** The event, held until the transaction ends (FOR UPDATE). Throws NotFound. */
  async lock(manager: EntityManager, eventId: string): Promise<Event> {
    return found(await this.events.lockWithId(manager, eventId))
  }

  /** The event, kept from being cancelled or changed until the transaction ends (FOR SHARE). Take it before the log of its draw. Throws NotFound. */
  async hold(manager: EntityManager, organizationId: string, eventId: string): Promise<Event> {
    return found(await this.events.holdWithId(manager, organizationId, eventId))
  }

  /** What the public finds under an address, or null. */
  async bySlugs(
    manager: EntityManager,
    organizationSlug: string,
    eventSlug: string,
  ): Promise<{ event: PublishedEvent; organization: Organization } | null> {
    return this.events.publishedWithSlugs(organizationSlug, eventSlug, manager)
  }

  async organizationOf(manager: EntityManager, event: Pick<Event, 'organizationId'>): Promise<Organization> {
    return found(await this.organizations.withId(event.organizationId, manager))
  }

  questionsOf(manager: EntityManager | undefined, eventId: string, form: Form): Promise<Question[]> {
    return this.parts.questions(eventId, form, manager ?? this.dataSource.manager)
  }

  /** What the form asked once and asks no more; people's answers to it are still there. */
  removedQuestionsOf(manager: EntityManager | undefined, eventId: string, form: Form): Promise<Question[]> {
    return this.parts.removedQuestions(eventId, form, manager ?? this.dataSource.manager)
  }

  agendaOf(manager: EntityManager | undefined, eventId: string): Promise<AgendaItem[]> {
    return this.parts.agenda(eventId, manager ?? this.dataSource.manager)
  }

  /** The first of them signs the mails. */
  hostsOf(manager: EntityManager | undefined, eventId: string): Promise<Host[]> {
    return this.parts.hosts(eventId, manager ?? this.dataSource.manager)
  }
}

function found<T>(thing: T | null): T {
  if (thing === null) throw new NotFound()
  return thing
}
