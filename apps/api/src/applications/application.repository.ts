import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, IsNull } from 'typeorm'
import { type Prepared, runPrepared } from '../database/index.js'
import { Application } from './application.entity.js'
import { insertRows, toRows } from './application-rows.js'
import { ApplicationTokens, ownerOf } from './application-tokens.js'

const insertFirst: Prepared = {
  name: 'insert applications',
  text: insertRows('$1', { values: '$2::uuid, $3::uuid, $4::timestamptz, $4::timestamptz', from: '' }),
}

/** Those that the door let in while it was held open, noted for whoever writes to them; and when that was. */
const insertAtTheDoor: Prepared = {
  name: 'insert applications at the door',
  text: `with door as materialized (
      select now from hold_event($3), date_trunc('milliseconds', $4::timestamptz + waited) as now
      where version = $5 and not cancelled and not frozen and opens_at <= now and now < $6::timestamptz
    ), first as (
      ${insertRows('$1', { values: '$2::uuid, $3::uuid, door.now, door.now', from: 'door,' })}
    ), noted as (
      insert into application_arrivals (event_id, application_ids) select $3, array_agg(id) from first having count(*) > 0
    ) select now, array(select id from first) as ids from door`,
}

/** What must be true of an event while applications come in: as it was when they were read, and not later than this. */
interface Door {
  readonly organizationId: string
  readonly eventId: string
  readonly version: number
  readonly now: Date
  readonly until: Date
}

type NewApplication = Omit<Application, 'confirmedAt' | 'withdrawnAt' | 'setAsideAt' | 'setAsideReason' | 'version'>

@Injectable()
export class ApplicationRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: ApplicationTokens,
  ) {}

  async byPersonalToken(token: string, manager = this.dataSource.manager): Promise<Application | null> {
    return this.#opened('personal', token, manager)
  }

  async byConfirmToken(token: string, manager = this.dataSource.manager): Promise<Application | null> {
    return this.#opened('confirm', token, manager)
  }

  async byFeedToken(token: string, manager = this.dataSource.manager): Promise<Application | null> {
    return this.#opened('feed', token, manager)
  }

  async ofOrganization(organizationId: string, id: string, manager = this.dataSource.manager): Promise<Application | null> {
    return manager.findOneBy(Application, { organizationId, id })
  }

  /** The application as it is now, locked against every other change until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<Application> {
    return manager.findOneOrFail(Application, { where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  /** The first application of this address, or null. */
  ofAddress(manager: EntityManager, eventId: string, emailKey: string): Promise<Application | null> {
    return manager.findOneBy(Application, { eventId, emailKey, shadowOf: IsNull() })
  }

  /** The same, locked until the transaction ends: its shadows come one after the other. */
  lockOfAddress(manager: EntityManager, eventId: string, emailKey: string): Promise<Application | null> {
    return manager.findOne(Application, { where: { eventId, emailKey, shadowOf: IsNull() }, lock: { mode: 'for_no_key_update' } })
  }

  /**
   * Inserts with one statement those of one event whose address has not applied yet, and answers their ids; of several with one address the one that stands
   * first. Waits for whoever is just applying with one of these addresses. Leaves out the requests that have made an application already.
   */
  async insertFirst(manager: EntityManager, applications: readonly Application[]): Promise<ReadonlySet<string>> {
    const [first] = applications
    if (!first) return new Set()
    const shared = [first.organizationId, first.eventId, first.receivedAt]
    const rows = await runPrepared<{ id: string }>(manager, insertFirst, [toRows(applications), ...shared])
    return new Set(rows.map(({ id }) => id))
  }

  /** Notes who came in, for whoever writes to them. */
  async noteArrivals(manager: EntityManager, eventId: string, ids: ReadonlySet<string>): Promise<void> {
    if (ids.size > 0)
      await manager.query('insert into application_arrivals (event_id, application_ids) values ($1, $2)', [eventId, [...ids]])
  }

  /**
   * The same in a transaction of one statement, which holds the door of the event for itself. Answers when the door was passed and who came in, or
   * undefined when the event is not as it is said to be; then nothing is written.
   */
  async insertAtTheDoor(
    { organizationId, eventId, now, version, until }: Door,
    applications: readonly Application[],
  ): Promise<{ readonly now: Date; readonly ids: ReadonlySet<string> } | undefined> {
    const values = [toRows(applications), organizationId, eventId, now, version, until]
    const [passed] = await runPrepared<{ now: Date; ids: string[] }>(this.dataSource.manager, insertAtTheDoor, values)
    return passed && { now: passed.now, ids: new Set(passed.ids) }
  }

  /** The addresses among these that applied to another event of the organization. */
  async knownFans(
    { id, organizationId }: { readonly id: string; readonly organizationId: string },
    applications: readonly Pick<Application, 'emailKey'>[],
    manager = this.dataSource.manager,
  ): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ email_key: string }[]>(
      `select distinct email_key from applications
       where email_key = any($1) and shadow_of is null and organization_id = $2 and event_id <> $3`,
      [applications.map(({ emailKey }) => emailKey), organizationId, id],
    )
    return new Set(rows.map((row) => row.email_key))
  }

  async insertShadow(manager: EntityManager, application: NewApplication): Promise<void> {
    await manager.insert(Application, { ...application, version: 1 })
  }

  /** How many people have applied to these events, whatever became of it. */
  async countByEvent(manager: EntityManager, eventIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await manager.query<{ event_id: string; applications: number }[]>(
      `select event_id, count(*)::int as applications from applications
       where event_id = any($1::uuid[]) and shadow_of is null group by event_id`,
      [eventIds],
    )
    return new Map(rows.map(({ event_id, applications }) => [event_id, applications]))
  }

  async #opened(purpose: 'personal' | 'confirm' | 'feed', token: string, manager: EntityManager): Promise<Application | null> {
    const id = ownerOf(token)
    const application = id === null ? null : await manager.findOneBy(Application, { id })
    return application !== null && this.tokens.opens(purpose, token, application) ? application : null
  }
}
