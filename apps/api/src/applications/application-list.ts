import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import type { ApplicationItemDto, ApplicationListDto, ApplicationListQuery } from './dto/application-list.dto.js'
import { readCursor, writeCursor } from './list/list-cursor.js'
import { KeepList } from './list/keep-list.js'
import { findIds } from './list/find-ids.js'
import { ListCounts } from './list/list-counts.js'
import { ListRows } from './list/list-rows.js'
import { filterOf } from './list/read-filter.js'

const pageSize = 50

/** The console's list of applications: whom it shows and in which order is found in what KeepList keeps, what it shows of them is read as it is. */
@Injectable()
export class ApplicationList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly keep: KeepList,
    private readonly rows: ListRows,
    private readonly counts: ListCounts,
  ) {}

  async page(organizationId: string, eventId: string, query: ApplicationListQuery): Promise<ApplicationListDto> {
    const { cursor, sort = 'newest', step, column = [] } = query
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const now = await this.clock.now()
    const filter = { ...filterOf(query, event, now), sort }
    const after = cursor === undefined ? null : readCursor(cursor, sort)
    await this.keep.catchUp(eventId)
    const { rows, next } = await this.dataSource.transaction((manager) => findIds(manager, filter, after, pageSize))
    const items = await this.rows.of(
      event,
      rows.map(({ id }) => id),
      now,
      column,
    )
    return {
      // Somebody may have moved on since the list was kept; she is then found where she stands now.
      items: step ? items.filter((item) => item.step === step) : items,
      nextCursor: next && writeCursor(next, sort),
      counts: await this.counts.of(event, now),
    }
  }

  /** Where one application stands, as the list shows it. */
  async item(event: Event, applicationId: string, now: Date): Promise<ApplicationItemDto | null> {
    const [row] = await this.rows.of(event, [applicationId], now, [])
    if (!row) return null
    const { answers: _, ...item } = row
    return item
  }
}
