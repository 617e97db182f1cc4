import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Application } from './application.entity.js'
import { columns, recordset, toRows } from './application-rows.js'
import { tokenHash } from './application-tokens.js'

type NewApplication = Omit<Application, 'confirmedAt' | 'withdrawnAt' | 'setAsideAt' | 'setAsideReason' | 'version'>

@Injectable()
export class ApplicationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byPersonalToken(token: string, manager = this.dataSource.manager): Promise<Application | null> {
    return manager.findOneBy(Application, { personalTokenHash: tokenHash(token) })
  }

  async byConfirmToken(token: string, manager = this.dataSource.manager): Promise<Application | null> {
    return manager.findOneBy(Application, { confirmTokenHash: tokenHash(token) })
  }

  async byFeedToken(token: string, manager = this.dataSource.manager): Promise<Application | null> {
    return manager.findOneBy(Application, { feedTokenHash: tokenHash(token) })
  }

  async ofOrganization(organizationId: string, id: string, manager = this.dataSource.manager): Promise<Application | null> {
    return manager.findOneBy(Application, { organizationId, id })
  }

  /** The application as it is now, locked against every other change until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<Application> {
    return manager.findOneOrFail(Application, { where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  /** The first application of this address, or null. */
  async ofAddress(manager: EntityManager, eventId: string, emailKey: string): Promise<Application | null> {
    return manager
      .createQueryBuilder(Application, 'application')
      .where('event_id = :eventId and email_key = :emailKey and shadow_of is null', { eventId, emailKey })
      .getOne()
  }

  /**
   * Inserts with one statement those whose address has not applied yet, and answers their ids; of several with one address the one that stands
   * first. Waits for whoever is just applying with one of these addresses. Fills in whether an address applied to another event before.
   */
  async insertFirst(manager: EntityManager, applications: readonly Application[]): Promise<ReadonlySet<string>> {
    // In the order of the addresses, so that two transactions never wait for each other.
    const rows = await manager.query<{ id: string }[]>(
      `insert into applications (${columns}, known_fan)
       select ${columns}, exists (
         select from applications earlier
         where earlier.organization_id = incoming.organization_id and earlier.email_key = incoming.email_key
           and earlier.event_id <> incoming.event_id and earlier.shadow_of is null
       )
       from ${recordset}
       order by email_key, place
       on conflict do nothing returning id`,
      [toRows(applications)],
    )
    return new Set(rows.map(({ id }) => id))
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
}
