import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { tokenHash } from '../application-tokens.js'
import { ApplicationGroup } from './application-group.entity.js'
import type { Companion } from './companion.js'

@Injectable()
export class GroupRepository {
  constructor(private readonly dataSource: DataSource) {}

  async withId(id: string, manager: EntityManager = this.dataSource.manager): Promise<ApplicationGroup> {
    return manager.findOneByOrFail(ApplicationGroup, { id })
  }

  /** The group of this event that a shared link leads to, or null. */
  async byToken(eventId: string, token: string, manager: EntityManager = this.dataSource.manager): Promise<ApplicationGroup | null> {
    return manager.findOneBy(ApplicationGroup, { eventId, tokenHash: tokenHash(token) })
  }

  /** The same, locked until the transaction ends: whoever changes who is in a group takes this lock before those of the applications. */
  async lockByToken(manager: EntityManager, eventId: string, token: string): Promise<ApplicationGroup | null> {
    return manager.findOne(ApplicationGroup, { where: { eventId, tokenHash: tokenHash(token) }, lock: { mode: 'pessimistic_write' } })
  }

  async lock(manager: EntityManager, id: string): Promise<ApplicationGroup> {
    return manager.findOneOrFail(ApplicationGroup, { where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  /** Everybody in a group, in the order in which they joined. */
  async companions(groupId: string, manager: EntityManager = this.dataSource.manager): Promise<Companion[]> {
    return manager.query<Companion[]>(
      `select id, name,
         case when withdrawn_at is not null or set_aside_at is not null then 'out' when confirmed_at is null then 'unconfirmed' else 'confirmed' end as state
       from applications where group_id = $1 order by group_joined_at, id`,
      [groupId],
    )
  }

  /** How many groups of an event have more people than this. */
  async countLarger(manager: EntityManager, eventId: string, size: number): Promise<number> {
    const rows = await manager.query<object[]>(
      'select from applications where event_id = $1 and group_id is not null group by group_id having count(*) > $2',
      [eventId, size],
    )
    return rows.length
  }
}
