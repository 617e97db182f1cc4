import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { Import, ImportError } from './import.js'
import type { ImportPlan } from './import-plan.js'

const columns = `id, organization_id as "organizationId", event_id as "eventId", user_id as "userId", file_name as "fileName", reading, state, plan,
  rows_total as "rowsTotal", rows_done as "rowsDone", good, known, wrong, failure, uploaded_at as "uploadedAt", ended_at as "endedAt"`

/** How many errors are kept; whoever has more than that mends the columns first. */
export const mostErrorsKept = 1000

export type Tally = Pick<Import, 'rowsDone' | 'good' | 'known' | 'wrong'>

@Injectable()
export class ImportRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(
    manager: EntityManager,
    { id, organizationId, eventId, userId, fileName, reading, rowsTotal, uploadedAt }: Import,
  ): Promise<void> {
    await manager.query(
      `insert into imports (id, organization_id, event_id, user_id, file_name, reading, state, rows_total, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, 'uploaded', $7, $8)`,
      [id, organizationId, eventId, userId, fileName, JSON.stringify(reading), rowsTotal, uploadedAt],
    )
  }

  async find(id: string, manager = this.dataSource.manager): Promise<Import | undefined> {
    const [found] = await manager.query<Import[]>(`select ${columns} from imports where id = $1`, [id])
    return found
  }

  /** As it is now, locked until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<Import | undefined> {
    const [found] = await manager.query<Import[]>(`select ${columns} from imports where id = $1 for update`, [id])
    return found
  }

  async latestOf(eventId: string, limit: number): Promise<Import[]> {
    return this.dataSource.query<Import[]>(
      `select ${columns} from imports where event_id = $1 order by uploaded_at desc, id desc limit $2`,
      [eventId, limit],
    )
  }

  /** Begins a look at every row with this plan; what an earlier look found is forgotten. */
  async startCheck(manager: EntityManager, id: string, plan: ImportPlan): Promise<void> {
    await this.startAgain(manager, id)
    await manager.query(`update imports set state = 'checking', plan = $2 where id = $1`, [id, JSON.stringify(plan)])
  }

  /** Forgets what has been counted and found. */
  async startAgain(manager: EntityManager, id: string): Promise<void> {
    await manager.query('delete from import_errors where import_id = $1', [id])
    await manager.query('update imports set rows_done = 0, good = 0, known = 0, wrong = 0 where id = $1', [id])
  }

  async setState(manager: EntityManager, id: string, state: 'checked' | 'running' | 'done', at: Date | null): Promise<void> {
    await manager.query('update imports set state = $2, ended_at = $3 where id = $1', [id, state, at])
  }

  async fail(manager: EntityManager, id: string, failure: string, at: Date): Promise<void> {
    await manager.query(
      `update imports set state = 'failed', failure = $2, ended_at = $3 where id = $1 and state in ('checking', 'running')`,
      [id, failure, at],
    )
  }

  async count(manager: EntityManager, id: string, { rowsDone, good, known, wrong }: Tally): Promise<void> {
    await manager.query('update imports set rows_done = $2, good = $3, known = $4, wrong = $5 where id = $1', [
      id,
      rowsDone,
      good,
      known,
      wrong,
    ])
  }

  async keepErrors(manager: EntityManager, id: string, errors: readonly ImportError[]): Promise<void> {
    await manager.query(
      `insert into import_errors (import_id, line, place, "column", value, code, "values")
       select $1, line, place, "column", value, code, "values"
       from jsonb_to_recordset($2::jsonb) as error (line int, place int, "column" text, value text, code text, "values" jsonb)
       on conflict do nothing`,
      [id, JSON.stringify(errors.map((error, place) => ({ ...error, place })))],
    )
  }

  async errorsOf(id: string): Promise<ImportError[]> {
    return this.dataSource.query<ImportError[]>(
      'select line, "column", value, code, "values" from import_errors where import_id = $1 order by line, place limit $2',
      [id, mostErrorsKept],
    )
  }

  async uploadedBefore(time: Date, limit: number): Promise<{ id: string }[]> {
    return this.dataSource.query('select id from imports where uploaded_at < $1 order by uploaded_at limit $2', [time, limit])
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('delete from imports where id = $1', [id])
  }
}
