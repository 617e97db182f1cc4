import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import { freeSlug, Organization } from '../organizations/index.js'
import { Event, isPublished, type PublishedEvent } from './event.entity.js'

@Injectable()
export class EventRepository extends Repository<Event> {
  constructor(dataSource: DataSource) {
    super(Event, dataSource.manager)
  }

  async withId(organizationId: string, id: string, manager: EntityManager = this.manager): Promise<Event | null> {
    return manager.findOne(Event, { where: { organizationId, id } })
  }

  /** The event, held until the transaction ends. */
  async lockWithId(manager: EntityManager, id: string, organizationId?: string): Promise<Event | null> {
    return manager.findOne(Event, {
      where: { id, ...(organizationId === undefined ? {} : { organizationId }) },
      lock: { mode: 'pessimistic_write' },
    })
  }

  /** The event, kept from being changed or cancelled until the transaction ends; others may hold it so too. */
  async holdWithId(manager: EntityManager, organizationId: string, id: string): Promise<Event | null> {
    return manager.findOne(Event, { where: { id, organizationId }, lock: { mode: 'pessimistic_read' } })
  }

  /** What the public finds under an address; drafts have none yet. */
  async publishedWithSlugs(
    organizationSlug: string,
    eventSlug: string,
    manager: EntityManager = this.manager,
  ): Promise<{ event: PublishedEvent; organization: Organization } | null> {
    const organization = await manager.findOne(Organization, { where: { slug: organizationSlug } })
    const event = organization && (await manager.findOne(Event, { where: { organizationId: organization.id, slug: eventSlug } }))
    return event && isPublished(event) ? { event, organization } : null
  }

  /** The published events of an organization, those that come next first, then what was, latest first. */
  async published(organizationId: string, now: Date): Promise<PublishedEvent[]> {
    const events = await this.manager
      .createQueryBuilder(Event, 'event')
      .where('event.organizationId = :organizationId and event.publishedAt is not null', { organizationId })
      .orderBy('event.endsAt < :now')
      .addOrderBy('case when event.endsAt < :now then null else event.startsAt end', 'ASC')
      .addOrderBy('event.startsAt', 'DESC')
      .addOrderBy('event.id')
      .setParameter('now', now)
      .limit(200)
      .getMany()
    return events.filter(isPublished)
  }

  /** A page of an organization's events, those that start last first; drafts without a start before all others. */
  async page(organizationId: string, after: EventPosition | undefined, size: number): Promise<Event[]> {
    const query = this.manager
      .createQueryBuilder(Event, 'event')
      .where('event.organizationId = :organizationId', { organizationId })
      .orderBy(`coalesce(event.startsAt, 'infinity')`, 'DESC')
      .addOrderBy('event.id', 'DESC')
      .limit(size)
    if (after) {
      query.andWhere(`(coalesce(event.startsAt, 'infinity'), event.id) < (coalesce(:startsAt::timestamptz, 'infinity'), :id::uuid)`, {
        ...after,
      })
    }
    return query.getMany()
  }

  /** A slug that no other event of the organization has. Its events queue up here, so that two with one title get two slugs. */
  async freeSlug(manager: EntityManager, organizationId: string, wanted: string): Promise<string> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('events.slug:' || $1, 0))`, [organizationId])
    const rows = await manager.query<{ slug: string }[]>(
      `select slug from events where organization_id = $1 and (slug = $2 or slug like $2 || '-%')`,
      [organizationId, wanted],
    )
    return freeSlug(wanted, new Set(rows.map(({ slug }) => slug)))
  }
}

/** Where an event stands in the list. */
export interface EventPosition {
  readonly startsAt: Date | null
  readonly id: string
}
