import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'
import { isCancelled } from '../../database/postgres-errors.js'
import { Events } from '../../events/index.js'
import type { ApplicationFilterQuery, FoundCountDto } from '../dto/application-list.dto.js'
import { inTime, matches, standsIn, Values } from './list-sql.js'
import { KeepList } from './keep-list.js'
import { filterOf } from './read-filter.js'

/** Nobody waits for an exact number beyond this. */
const most = 10_000
const patience = 1000

/** How many a list shows, exactly up to ten thousand. A request of its own, so that no page waits for it. */
@Injectable()
export class CountFound {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly keep: KeepList,
  ) {}

  async count(organizationId: string, eventId: string, query: ApplicationFilterQuery): Promise<FoundCountDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const filter = filterOf(query, event, await this.clock.now())
    await this.keep.catchUp(eventId)
    const values = new Values()
    const narrowed = matches(filter, values)
    try {
      const count = await this.dataSource.transaction(async (manager) => {
        await manager.query(`set local statement_timeout = ${patience}; set local jit = off`)
        const [row] = await manager.query<{ count: number }[]>(
          `select count(*)::int as count from (
             select from application_list list ${narrowed ? 'join application_search search using (application_id)' : ''}
             where list.event_id = ${values.add(eventId)}${narrowed}${standsIn(filter, values)}${inTime(filter, 'list', values)}
             limit ${most + 1}
           ) found`,
          values.all,
        )
        return row?.count ?? 0
      })
      return { count: Math.min(count, most), more: count > most }
    } catch (error) {
      // Whoever is so hard to count is many, or hidden among many: nobody is promised a number.
      if (isCancelled(error)) return { count: null, more: true }
      throw error
    }
  }
}
