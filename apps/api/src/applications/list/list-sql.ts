import type { ListFilter, Selection, Sort } from './list-filter.js'
import type { Standings } from './standing.js'
import type { Position } from './position.js'

/** The values of one statement, numbered as they are named. */
export class Values {
  readonly all: unknown[] = []

  add(value: unknown): string {
    this.all.push(value)
    return `$${this.all.length}`
  }
}

interface Order {
  readonly column: string
  readonly type: string
  readonly descending: boolean
}

const orders: Readonly<Record<Sort, Order>> = {
  newest: { column: 'received_at', type: 'timestamptz', descending: true },
  oldest: { column: 'received_at', type: 'timestamptz', descending: false },
  name: { column: 'name_key', type: 'text', descending: false },
  rank: { column: 'rank_key', type: 'integer', descending: false },
}

/** Rows in the order of the list. `backwards`: from its end. */
export function orderBy(sort: Sort, column: string, id: string, backwards = false): string {
  const direction = orders[sort].descending === backwards ? 'asc' : 'desc'
  return `${column} ${direction}, ${id} ${direction}`
}

export const columnOf = (sort: Sort): string => orders[sort].column

/** What a row is sorted by, as text that loses nothing: of a time its microseconds too. */
export function keyText(sort: Sort, column: string): string {
  return sort === 'newest' || sort === 'oldest'
    ? `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `${column}::text`
}

const everybody = '(select id as application_id, event_id, received_at, confirmed_at from applications where shadow_of is null) list'

/** The rows of the list behind a position, in its order, whoever they are; standings of their own each come from their index. */
export function listed(filter: ListFilter, after: Position | null, limit: number, values: Values): string {
  const { column } = orders[filter.sort]
  // Everybody by time is read from the applications themselves, so that in a rush nobody is missing either.
  const table = filter.standings === null && column === 'received_at' ? everybody : 'application_list list'
  // Without the times the index alone tells all of it.
  const times = filter.before === null ? '' : ', list.received_at, list.confirmed_at'
  const select = (where: string) =>
    `select list.application_id as id, list.${column} as sorted${times} from ${table}
     where list.event_id = ${values.add(filter.eventId)}${where}${behind(filter.sort, after, values)}
     order by ${orderBy(filter.sort, `list.${column}`, 'list.application_id')} limit ${limit}`
  if (filter.standings === null) return select('')
  const [first, ...others] = filter.standings.map((standings) => select(` and ${stands(standings, filter.now, values)}`))
  if (first === undefined) return select(' and false')
  if (others.length === 0) return first
  return `select * from (${[first, ...others].map((branch) => `(${branch})`).join(' union all ')}) branches
    order by ${orderBy(filter.sort, 'sorted', 'id')} limit ${limit}`
}

/** Those who stand like one of these, over the list. */
export function standsIn({ standings, now }: Selection, values: Values): string {
  if (standings === null) return ''
  return ` and (${standings.map((each) => stands(each, now, values)).join(' or ') || 'false'})`
}

function stands({ standing, deadline }: Standings, now: Date, values: Values): string {
  const is = `list.standing = ${values.add(standing)}`
  if (deadline === 'any') return is
  return `(${is} and list.deadline ${deadline === 'ahead' ? '>' : '<='} ${values.add(now)})`
}

/** Behind a position, in the order of the list. */
export function behind(sort: Sort, after: Position | null, values: Values): string {
  if (after === null) return ''
  const { column, type, descending } = orders[sort]
  const collated = sort === 'name' ? ' collate "C"' : ''
  return ` and (list.${column}, list.application_id) ${descending ? '<' : '>'} (${values.add(after.key)}::${type}${collated}, ${values.add(after.id)}::uuid)`
}

/** What the words and facets must meet, over application_search. */
export function matches({ facets, anyOf, words }: Selection, values: Values): string {
  return [
    ...(facets.length > 0 ? [`search.facets @> ${values.add(facets)}::text[]`] : []),
    ...anyOf.map((some) => `search.facets && ${values.add(some)}::text[]`),
    ...words.map(({ text, begins }) => `search.words like '%${begins ? ' ' : ''}' || ${literal(values.add(text))} || '%'`),
  ]
    .map((condition) => ` and ${condition}`)
    .join('')
}

/** In time for a pool that closes early, over columns of the list. */
export function inTime({ before }: Selection, table: string, values: Values): string {
  if (before === null) return ''
  const close = values.add(before)
  return ` and ${table}.received_at < ${close} and (${table}.confirmed_at is null or ${table}.confirmed_at < ${close})`
}

/** Escaped after it was folded, because folding makes a plain percent sign of a wide one. */
function literal(parameter: string): string {
  return `regexp_replace(application_text(${parameter}), '([\\\\%_])', '\\\\\\1', 'g')`
}
