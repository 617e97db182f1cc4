import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { planAnew, Transactions } from '../../database/index.js'
import { keepLikenesses } from '../likeness/keep-likenesses.js'
import { nextWithLines, updateStandings, writeListRows, writeSearchRows } from './kept-rows.js'

const batch = 500
/** After a freeze or a draw: for so many at once is found out which line of the draw's list they have, and so many are written in one transaction. */
const refresh = { stretch: 20_000, piece: 2000 }
const noId = '00000000-0000-0000-0000-000000000000'

/** So long after its id was made an application may still be on its way into the table. */
const onTheWay = { usually: 10_000, atMost: 900_000 }
const sweepEvery = 600_000

interface Refresh {
  readonly event_id: string
  readonly after: string
}

/** An application, and its line in the list of the draw; null where it has none. */
interface Lined {
  readonly id: string
  readonly line: number | null
}

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
    const [row] = await this.dataSource.manager.query<Refresh[]>('select event_id, after from application_list_refreshes limit 1')
    if (!row) return 0
    const stretch = await this.dataSource.transaction(async (manager) => {
      await manager.query('set local jit = off')
      return manager.query<Lined[]>(nextWithLines(refresh.stretch), [row.event_id, row.after])
    })
    let { after } = row
    for (let at = 0; at < Math.max(stretch.length, 1); at += refresh.piece) {
      const piece = stretch.slice(at, at + refresh.piece)
      if (!(await this.#refresh(row.event_id, after, piece))) break
      after = piece.at(-1)?.id ?? after
    }
    return stretch.length
  }

  /** One piece, unless the event has begun anew meanwhile; an empty one is the end. */
  async #refresh(eventId: string, after: string, piece: readonly Lined[]): Promise<boolean> {
    const done = await this.#alone(eventId, async (manager) => {
      const last = piece.at(-1)?.id
      const progress = last === undefined ? 'delete from application_list_refreshes' : 'update application_list_refreshes set after = $3'
      const [, held] = await manager.query<[unknown, number]>(
        `${progress} where event_id = $1 and after = $2`,
        last === undefined ? [eventId, after] : [eventId, after, last],
      )
      if (held === 0 || last === undefined) return held
      // To read a table as a whole looks cheap to PostgreSQL beside finding some thousand rows of it, and is not.
      await manager.query('set local enable_hashjoin = off; set local enable_seqscan = off')
      await manager.query(updateStandings, [eventId, piece.map(({ id }) => id), piece.map(({ line }) => line)])
      return held
    })
    return done > 0
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

  #write(eventId: string, choose: Work): Promise<number> {
    return this.#alone(eventId, async (manager) => {
      const ids = await choose(manager)
      if (ids.length === 0) return 0
      for (const write of [writeListRows, writeSearchRows]) await manager.query(write('select unnest($1::uuid[])'), [ids])
      await keepLikenesses(manager, eventId, ids)
      return ids.length
    })
  }

  /** One at a time for an event, and what is written is read under that lock: the older look at an application never wins. */
  #alone(eventId: string, work: (manager: EntityManager) => Promise<number>): Promise<number> {
    return this.transactions.run(async (manager) => {
      // Compiling takes longer than so few rows.
      await manager.query('set local jit = off')
      await planAnew(manager)
      await lockList(manager, eventId)
      return work(manager)
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
