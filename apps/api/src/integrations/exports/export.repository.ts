import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { ApplicationFilterQuery } from '../../applications/index.js'
import type { Locale } from '../../http/index.js'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A list that somebody asked for. */
export interface Export {
  readonly id: string
  readonly organizationId: string
  readonly eventId: string
  readonly userId: string
  readonly format: ExportFormat
  readonly locale: Locale
  readonly filter: ApplicationFilterQuery
  readonly rowsDone: number
  /** How many rows there were when it was asked for; at the end as many as there are. */
  readonly rowsTotal: number
  readonly size: number | null
  readonly askedAt: Date
  readonly doneAt: Date | null
  readonly failedAt: Date | null
}

const columns = `id, organization_id as "organizationId", event_id as "eventId", user_id as "userId", format, locale, filter,
  rows_done as "rowsDone", rows_total as "rowsTotal", size::float8 as size, asked_at as "askedAt", done_at as "doneAt", failed_at as "failedAt"`

@Injectable()
export class ExportRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(manager: EntityManager, made: Export): Promise<void> {
    const { id, organizationId, eventId, userId, format, locale, filter, rowsTotal, askedAt } = made
    await manager.query(
      `insert into exports (id, organization_id, event_id, user_id, format, locale, filter, rows_total, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, organizationId, eventId, userId, format, locale, JSON.stringify(filter), rowsTotal, askedAt],
    )
  }

  async find(id: string): Promise<Export | undefined> {
    const [found] = await this.dataSource.query<Export[]>(`select ${columns} from exports where id = $1`, [id])
    return found
  }

  async latestOf(eventId: string, limit: number): Promise<Export[]> {
    return this.dataSource.query<Export[]>(`select ${columns} from exports where event_id = $1 order by asked_at desc, id desc limit $2`, [
      eventId,
      limit,
    ])
  }

  /** Notes how far it is; answers false when nobody wants it any more. */
  async progress(id: string, rowsDone: number): Promise<boolean> {
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(
      'update exports set rows_done = $2, rows_total = greatest(rows_total, $2) where id = $1 returning id',
      [id, rowsDone],
    )
    return rows.length > 0
  }

  async finish(id: string, rows: number, size: number, at: Date): Promise<void> {
    await this.dataSource.query(
      'update exports set rows_done = $2, rows_total = $2, size = $3, done_at = $4, failed_at = null where id = $1',
      [id, rows, size, at],
    )
  }

  async fail(id: string, at: Date): Promise<void> {
    await this.dataSource.query('update exports set failed_at = $2 where id = $1 and done_at is null', [id, at])
  }

  async askedBefore(time: Date, limit: number): Promise<Pick<Export, 'id' | 'format'>[]> {
    return this.dataSource.query('select id, format from exports where asked_at < $1 order by asked_at limit $2', [time, limit])
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('delete from exports where id = $1', [id])
  }
}
