import type { ApplicationView, ExportInput, Step } from '../../lib/api/types.js'

/** Whom the list shows, in which order, with which columns: what the address says, and what a saved view keeps. */
export type Listed = Readonly<{
  search: string
  step: Step | ''
  pool: string
  country: string
  handle: string
  fan: string
  tag: string
  /** `QUESTION=ANSWER` each. */
  answer: readonly string[]
  sort: string
  column: readonly string[]
}>

export const usualColumns = ['ticket', 'received', 'rank'] as const

/** Columns that every event has; others are ids of questions. */
export const knownColumns = ['ticket', 'received', 'rank', 'country', 'handle', 'fan', 'tags'] as const

/** In the address an empty choice of columns needs a word of its own. */
const noColumns = 'none'

const single = ['search', 'step', 'pool', 'country', 'handle', 'fan', 'tag'] as const

export function readListed(params: URLSearchParams): Listed {
  const text = (name: string): string => params.get(name) ?? ''
  const column = params.getAll('column')
  return {
    search: text('search'),
    step: text('step') as Step | '',
    pool: text('pool'),
    country: text('country'),
    handle: text('handle'),
    fan: text('fan'),
    tag: text('tag'),
    answer: params.getAll('answer'),
    sort: text('sort') || 'newest',
    column: column.length > 0 ? column.filter((name) => name !== noColumns) : usualColumns,
  }
}

/** What of it picks people, as the server reads it. */
export function filterParams(listed: Listed): URLSearchParams {
  const params = new URLSearchParams(single.filter((name) => listed[name] !== '').map((name) => [name, listed[name]]))
  for (const answer of listed.answer) params.append('answer', answer)
  return params
}

export function writeListed(listed: Listed): URLSearchParams {
  const params = filterParams(listed)
  if (listed.sort !== 'newest') params.set('sort', listed.sort)
  if (listed.column.join() !== usualColumns.join())
    for (const name of listed.column.length > 0 ? listed.column : [noColumns]) params.append('column', name)
  return params
}

export const hasFilters = (listed: Listed): boolean => filterParams(listed).size > 0

export const withoutFilters = ({ sort, column }: Listed): Listed => ({
  ...readListed(new URLSearchParams()),
  sort,
  column,
})

/** What of it picks people, for the body of a request: nothing is said of what is empty. */
export function filterBody(listed: Listed): NonNullable<ExportInput['filter']> {
  const said = Object.fromEntries(single.filter((name) => listed[name] !== '').map((name) => [name, listed[name]]))
  return { ...said, answer: [...listed.answer] }
}

export function listedBody(listed: Listed): ApplicationView['list'] {
  return { ...filterBody(listed), sort: listed.sort as ApplicationView['list']['sort'], column: [...listed.column] }
}

export function listedOfView({ list }: ApplicationView): Listed {
  const empty = readListed(new URLSearchParams())
  const said = Object.fromEntries(single.map((name) => [name, list[name] ?? '']))
  return { ...empty, ...said, answer: list.answer ?? [], sort: list.sort ?? 'newest', column: list.column ?? usualColumns }
}
