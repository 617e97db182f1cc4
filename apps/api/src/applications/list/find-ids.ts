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

/** So many rows are looked at in their order, first a few, then more; after that the index is asked. */
const strides = [400, 4000] as const
const lastStride = 6000
/** The most that the index may take, in milliseconds, before the list goes on in its order. */
const patience = 45

/**
 * The next rows of a list, as many as fit a page. What many rows have is found soon by going through them in their order; what few have, the
 * index names. When neither answers in an instant the page is as full as it got and says where to go on, so that no request takes long.
 * Needs a transaction of its own, whose plans it bends to that.
 */
export async function findIds(manager: EntityManager, filter: ListFilter, after: Position | null, size: number): Promise<Found> {
  if (filter.standings?.length === 0) return { rows: [], next: null }
  if (!searches(filter)) return pageOf(await inOrder(manager, filter, after, size + 1), size)
  await manager.query(
    'set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off',
  )
  for (const stride of strides) {
    const walked = await walk(manager, filter, after, stride, size + 1)
    if (walked.hits.length > size || walked.count < stride) return pageOf(walked.hits, size)
  }
  const named = await byIndex(manager, filter, after, size + 1)
  if (named) return pageOf(named, size)
  const walked = await walk(manager, filter, after, lastStride, size + 1)
  if (walked.hits.length > size || walked.count < lastStride) return pageOf(walked.hits, size)
  return { rows: walked.hits, next: walked.last }
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

/** Looks at so many rows in their order. */
async function walk(manager: EntityManager, filter: ListFilter, after: Position | null, stride: number, limit: number): Promise<Walked> {
  const { sort } = filter
  const values = new Values()
  const key = keyText(sort, 'walked.sorted')
  const [row] = await manager.query<Walked[]>(
    `with walked as materialized (${listed(filter, after, stride, values)}),
       hits as (
         select walked.id, ${key} as key from walked
         cross join lateral (select facets, words from application_search where application_id = walked.id offset 0) search
         where true${matches(filter, values)}${inTime(filter, 'walked', values)}
         order by ${orderBy(sort, 'walked.sorted', 'walked.id')} limit ${limit}
       )
     select (select count(*)::int from walked) as count, coalesce((select json_agg(hits) from hits), '[]') as hits,
       (select json_build_object('id', walked.id, 'key', ${key}) from walked order by ${orderBy(sort, 'walked.sorted', 'walked.id', true)} limit 1) as last`,
    values.all,
  )
  return row ?? { hits: [], count: 0, last: null }
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
