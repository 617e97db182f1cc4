import type { EntityManager } from 'typeorm'
import { isCancelled } from '../../database/postgres-errors.js'
import type { ListFilter } from './list-filter.js'
import { behind, columnOf, inTime, keyText, listed, matches, orderBy, standsIn, Values } from './list-sql.js'
import type { Position } from './position.js'
import { isIndexed } from './search-words.js'

export interface Found {
  readonly rows: readonly Position[]
  /** Where to go on; null when there is nothing more. */
  readonly next: Position | null
}

/** So many rows are looked at in their order before anything else; a page that is filled to so much by then fills within some thousand. */
const glance = 400
const promising = 1 / 15
const stride = 2000
/** Milliseconds from the start. A page that is likely to fill gets the first of them, before the index is asked; the last are for going on in order. */
const soon = 25
const enough = 65
/** The most that the index may take, in milliseconds. */
const patience = 40

/**
 * The next rows of a list, as many as fit a page. What many rows have is found soon by going through them in their order; what few have, the
 * index names. When neither answers in an instant the page is as full as it got and says where to go on, so that no request takes long.
 * Needs a transaction of its own, whose plans it bends to that.
 */
export async function findIds(manager: EntityManager, filter: ListFilter, after: Position | null, size: number): Promise<Found> {
  if (filter.standings?.length === 0) return { rows: [], next: null }
  if (!searches(filter)) return pageOf(await inOrder(manager, filter, after, size + 1), size)
  const start = performance.now()
  await manager.query(
    'set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off',
  )
  const walk = new Walk(manager, filter, after, size + 1)
  await walk.goOn(glance)
  if (walk.hits.length > size * promising) while (walk.goesOn && performance.now() - start < soon) await walk.goOn(stride)
  if (!walk.goesOn) return pageOf(walk.hits, size)
  const named = await byIndex(manager, filter, after, size + 1)
  if (named) return pageOf(named, size)
  do await walk.goOn(stride)
  while (walk.goesOn && performance.now() - start < enough)
  return walk.goesOn ? { rows: walk.hits, next: walk.last } : pageOf(walk.hits, size)
}

const searches = ({ facets, anyOf, before, words }: ListFilter): boolean =>
  facets.length + anyOf.length + words.length > 0 || before !== null

function pageOf(rows: readonly Position[], size: number): Found {
  return { rows: rows.slice(0, size), next: rows.length > size ? (rows[size - 1] ?? null) : null }
}

/** Straight from the index that has them in this order. */
function inOrder(manager: EntityManager, filter: ListFilter, after: Position | null, limit: number): Promise<readonly Position[]> {
  const values = new Values()
  const rows = listed(filter, after, limit, values)
  return manager.query<Position[]>(`select id, ${keyText(filter.sort, 'sorted')} as key from (${rows}) rows`, values.all)
}

interface Walked {
  readonly hits: readonly Position[]
  readonly count: number
  readonly last: Position | null
}

/** Looks at rows in their order, some at a time, until it has found so many. */
class Walk {
  readonly hits: Position[] = []
  last: Position | null
  #ended = false

  constructor(
    private readonly manager: EntityManager,
    private readonly filter: ListFilter,
    after: Position | null,
    private readonly limit: number,
  ) {
    this.last = after
  }

  get goesOn(): boolean {
    return !this.#ended && this.hits.length < this.limit
  }

  async goOn(rows: number): Promise<void> {
    const { filter, last } = this
    const { sort } = filter
    const values = new Values()
    const key = keyText(sort, 'walked.sorted')
    const [row] = await this.manager.query<Walked[]>(
      `with walked as materialized (${listed(filter, last, rows, values)}),
         hits as (
           select walked.id, ${key} as key from walked
           cross join lateral (select facets, words from application_search where application_id = walked.id offset 0) search
           where true${matches(filter, values)}${inTime(filter, 'walked', values)}
           order by ${orderBy(sort, 'walked.sorted', 'walked.id')} limit ${this.limit - this.hits.length}
         )
       select (select count(*)::int from walked) as count, coalesce((select json_agg(hits) from hits), '[]') as hits,
         (select json_build_object('id', walked.id, 'key', ${key}) from walked order by ${orderBy(sort, 'walked.sorted', 'walked.id', true)} limit 1) as last`,
      values.all,
    )
    this.hits.push(...(row?.hits ?? []))
    this.last = row?.last ?? last
    this.#ended = (row?.count ?? 0) < rows
  }
}

/** Everybody whom the index names, then sorted; null when it names too many. */
async function byIndex(
  manager: EntityManager,
  filter: ListFilter,
  after: Position | null,
  limit: number,
): Promise<readonly Position[] | null> {
  if (filter.facets.length + filter.anyOf.length === 0 && !isIndexed(filter.words)) return null
  const { sort } = filter
  const column = `list.${columnOf(sort)}`
  const values = new Values()
  await manager.query(`savepoint asked; set local statement_timeout = ${patience}`)
  try {
    const found = await manager.query<Position[]>(
      `with named as materialized (
         select search.application_id from application_search search where search.event_id = ${values.add(filter.eventId)}${matches(filter, values)}
       ), found as materialized (
         select list.application_id as id, ${column} as sorted from named join application_list list using (application_id)
         where true${standsIn(filter, values)}${inTime(filter, 'list', values)}${behind(sort, after, values)}
       )
       select id, ${keyText(sort, 'sorted')} as key from found order by ${orderBy(sort, 'sorted', 'id')} limit ${limit}`,
      values.all,
    )
    await manager.query('set local statement_timeout = 0')
    return found
  } catch (error) {
    if (!isCancelled(error)) throw error
    await manager.query('rollback to savepoint asked')
    return null
  }
}
