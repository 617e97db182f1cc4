import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { planAnew, Transactions } from '../../database/index.js'
import { keepLikenesses } from '../likeness/keep-likenesses.js'
import { writeListRows, writeSearchRows } from './kept-rows.js'

const batch = 500
const noId = '00000000-0000-0000-0000-000000000000'

/** So long after its id was made an application may still be on its way into the table. */
const onTheWay = { usually: 10_000, atMost: 900_000 }
const sweepEvery = 600_000

type Work = (manager: EntityManager) => Promise<readonly string[]>

/**
 * Keeps what the list reads in step with the applications. Whoever looks at a list brings the newest of its event up to date first, so
 * that nobody looks for what she has just seen arrive; the rest follows within a second or so.
 */
@Injectable()
export class KeepList {
  #sweptTo = noId
  #nextSweep = 0
  #thorough = 0

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Takes in what has come and changed at this event, as far as that is done in an instant. */
  async catchUp(eventId: string): Promise<void> {
    const [row] = await this.dataSource.manager.query<{ changed: boolean; missing: string[] }[]>(
      `select exists (select from application_list_changes where event_id = $1) as changed, array(
         select id from (
           select id from applications where event_id = $1 and shadow_of is null order by received_at desc, id desc limit ${batch}
         ) newest where not exists (select from application_list where application_id = id)
       ) as missing`,
      [eventId],
    )
    if (row && row.missing.length > 0) await this.#write(eventId, async () => row.missing)
    if (row?.changed) await this.#takeChanges(eventId)
  }

  /** One piece of what the list still lacks, of whatever event; answers how many applications it took in, when there is more. */
  async goOn(): Promise<number> {
    const done = [await this.#changed(), await this.#arrived(), await this.#refreshed()]
    // A few that came are no reason to look again at once: in a rush a few come all the time.
    return done.some((count) => count >= batch) ? Math.max(...done) : 0
  }

  async #changed(): Promise<number> {
    const [row] = await this.dataSource.manager.query<{ event_id: string }[]>(
      'select event_id from application_list_changes order by id limit 1',
    )
    return row ? this.#takeChanges(row.event_id) : 0
  }

  /** Applications that are in no list yet: by their ids, which sort by the time they were made, and now and then all there are. */
  async #arrived(): Promise<number> {
    const now = performance.timeOrigin + performance.now()
    const thorough = now > this.#thorough
    const found = await this.#missingAfter(idsFrom(now - (thorough ? onTheWay.atMost : onTheWay.usually)))
    if (found.length === 0 && thorough) this.#thorough = now + 60_000
    return (await this.#takeIn(found)) || (await this.#sweep(now))
  }

  /** Goes through all applications once in a while, for those whose transaction took its time or that came with ids of their own. */
  async #sweep(now: number): Promise<number> {
    if (now < this.#nextSweep) return 0
    const [row] = await this.dataSource.manager.query<{ last: string | null; missing: string[] }[]>(
      `with piece as materialized (select id, shadow_of from applications where id > $1 order by id limit 5000)
       select (select id from piece order by id desc limit 1) as last, array(
         select id from piece where shadow_of is null and not exists (select from application_list where application_id = id) limit ${batch}
       ) as missing`,
      [this.#sweptTo],
    )
    const missing = row?.missing ?? []
    if (missing.length > 0) return this.#takeIn(missing)
    this.#sweptTo = row?.last ?? noId
    if (!row?.last) this.#nextSweep = now + sweepEvery
    return row?.last ? batch : 0
  }

  async #missingAfter(id: string): Promise<readonly string[]> {
    const rows = await this.dataSource.manager.query<{ id: string }[]>(
      `select id from applications where id > $1 and shadow_of is null
         and not exists (select from application_list where application_id = id) order by id limit ${batch}`,
      [id],
    )
    return rows.map((row) => row.id)
  }

  async #takeIn(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0
    const rows = await this.dataSource.manager.query<{ event_id: string; ids: string[] }[]>(
      'select event_id, array_agg(id) as ids from applications where id = any($1::uuid[]) group by event_id',
      [ids],
    )
    for (const row of rows) await this.#write(row.event_id, async () => row.ids)
    return ids.length
  }

  /** A freeze or a draw has moved everybody; the event is read again in pieces. */
  async #refreshed(): Promise<number> {
    const [row] = await this.dataSource.manager.query<{ event_id: string }[]>('select event_id from application_list_refreshes limit 1')
    if (!row) return 0
    const refresh: Work = async (manager) => {
      const [progress] = await manager.query<{ after: string }[]>(
        'select after from application_list_refreshes where event_id = $1 for update',
        [row.event_id],
      )
      const rows = await manager.query<{ id: string }[]>(
        `select id from applications where event_id = $1 and shadow_of is null and id > $2 order by id limit ${batch}`,
        [row.event_id, progress?.after ?? noId],
      )
      const ids = rows.map(({ id }) => id)
      await manager.query(
        ids.length < batch
          ? 'delete from application_list_refreshes where event_id = $1 and $2::uuid is not null'
          : 'update application_list_refreshes set after = $2 where event_id = $1',
        [row.event_id, ids.at(-1) ?? noId],
      )
      return ids
    }
    return this.#write(row.event_id, refresh, { onlyStanding: true })
  }

  #takeChanges(eventId: string): Promise<number> {
    return this.#write(eventId, async (manager) => {
      const rows = await manager.query<{ application_id: string }[]>(
        `with taken as (
           delete from application_list_changes where id in (
             select id from application_list_changes where event_id = $1 order by id limit ${batch}
           ) returning application_id
         ) select distinct application_id from taken`,
        [eventId],
      )
      return rows.map((row) => row.application_id)
    })
  }

  /** One at a time for an event, and what is written is read under that lock: the older look at an application never wins. */
  #write(eventId: string, choose: Work, { onlyStanding } = { onlyStanding: false }): Promise<number> {
    return this.transactions.run(async (manager) => {
      // Compiling takes longer than so few rows.
      await manager.query('set local jit = off')
      await planAnew(manager)
      await lockList(manager, eventId)
      const ids = await choose(manager)
      if (ids.length === 0) return 0
      for (const write of onlyStanding ? [writeListRows] : [writeListRows, writeSearchRows])
        await manager.query(write('select unnest($1::uuid[])'), [ids])
      if (!onlyStanding) await keepLikenesses(manager, eventId, ids)
      return ids.length
    })
  }
}

/** Whoever writes what is kept of an event's applications comes one after the other, until the transaction ends. */
export async function lockList(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended('application_list:' || $1, 0))`, [eventId])
}

/** The smallest id that newId() makes from this time on. */
function idsFrom(unixMilliseconds: number): string {
  const hex = Math.max(0, Math.floor(unixMilliseconds)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
