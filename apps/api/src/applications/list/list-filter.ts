import type { PolicyPool } from '#policy'
import type { SearchWord } from './search-words.js'
import type { Standings } from './standing.js'

export const sorts = ['newest', 'oldest', 'name', 'rank'] as const
export type Sort = (typeof sorts)[number]

export const handleStates = ['none', 'claimed', 'proven'] as const
export type HandleState = (typeof handleStates)[number]

export const fans = ['new', 'returning'] as const
export type FanKind = (typeof fans)[number]

/** Whom a list shows, in the words of the rows it is kept in. */
export interface Selection {
  readonly eventId: string
  /** Null: wherever they stand. */
  readonly standings: readonly Standings[] | null
  readonly now: Date
  /** Every one of these, and of each list at least one. */
  readonly facets: readonly string[]
  readonly anyOf: readonly (readonly string[])[]
  /** Received and, if at all, confirmed before it. */
  readonly before: Date | null
  readonly words: readonly SearchWord[]
}

export interface ListFilter extends Selection {
  readonly sort: Sort
}

/** What rows of the list have that compete in a pool. */
export function filterOfPool({ who, closesAt }: PolicyPool): Pick<Selection, 'facets' | 'anyOf' | 'before'> {
  const before = closesAt === null ? null : new Date(closesAt)
  switch (who.kind) {
    case 'everybody':
      return { facets: [], anyOf: [], before }
    case 'tag':
      return { facets: [`tag:${who.tag}`], anyOf: [], before }
    case 'answer':
      return { facets: [], anyOf: [who.options.map((option) => `answer:${who.questionId}=${option}`)], before }
  }
}
