import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Application } from './application.entity.js'
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

  /** Inserts the application; answers false, and inserts nothing, when this address has applied already. Waits for whoever is just doing so. */
  async insertFirst(manager: EntityManager, application: NewApplication): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(Application)
      .values({ ...application, version: 1 })
      .orIgnore()
      .returning('id')
      .execute()
    return (raw as unknown[]).length > 0
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
