import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import type {
  ApplicationFilterQuery,
  ApplicationItemDto,
  ApplicationListDto,
  ApplicationListQuery,
  ApplicationRowDto,
} from './dto/application-list.dto.js'
import { readCursor, writeCursor } from './list/list-cursor.js'
import { KeepList } from './list/keep-list.js'
import { findIds } from './list/find-ids.js'
import type { Sort } from './list/list-filter.js'
import type { Position } from './list/position.js'
import { ListCounts } from './list/list-counts.js'
import { ListRows } from './list/list-rows.js'
import { filterOf } from './list/read-filter.js'

const pageSize = 50
const manyAtOnce = 300

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
    const { cursor, sort = 'newest' } = query
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const now = await this.clock.now()
    const after = cursor === undefined ? null : readCursor(cursor, sort)
    await this.keep.catchUp(event.id)
    const { items, next } = await this.#find(event, { ...query, sort }, after, pageSize, now)
    return { items, nextCursor: next && writeCursor(next, sort), counts: await this.counts.of(event, now) }
  }

  /** Everybody whom a filter finds, newest first, some hundred at a time. It holds no transaction: whoever comes meanwhile is in it or not. */
  async *all(event: Event, query: ApplicationFilterQuery): AsyncGenerator<readonly ApplicationRowDto[], void> {
    await this.keep.catchUp(event.id)
    let after: Position | null = null
    do {
      const { items, next } = await this.#find(event, { ...query, sort: 'newest' }, after, manyAtOnce, await this.clock.now())
      yield items
      after = next
    } while (after !== null)
  }

  async #find(
    event: Event,
    query: ApplicationListQuery & { sort: Sort },
    after: Position | null,
    size: number,
    now: Date,
  ): Promise<{ readonly items: ApplicationRowDto[]; readonly next: Position | null }> {
    const { step, column = [], sort } = query
    const filter = { ...filterOf(query, event, now), sort }
    const { rows, next } = await this.dataSource.transaction((manager) => findIds(manager, filter, after, size))
    const ids = rows.map(({ id }) => id)
    const items = await this.rows.of(event, ids, now, column)
    // Somebody may have moved on since the list was kept; she is then found where she stands now.
    return { items: step ? items.filter((item) => item.step === step) : items, next }
  }

  /** Where one application stands, as the list shows it. */
  async item(event: Event, applicationId: string, now: Date): Promise<ApplicationItemDto | null> {
    const [row] = await this.rows.of(event, [applicationId], now, [])
    if (!row) return null
    const { answers: _, ...item } = row
    return item
  }
}
