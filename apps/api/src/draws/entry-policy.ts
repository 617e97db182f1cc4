import { type EntryLimits, type EntryUnit, type FillRule, groupWeight, type Pool } from '#draw'
import type { FrozenApplicant, FrozenUnit } from '../applications/index.js'
import type { Event } from '../events/index.js'

/** What the rules of an event make of one applicant: the pools that are open to her, and how many lots she has. */
export interface ApplicantTerms {
  readonly tags: readonly string[]
  readonly weight: number
}

/** The rules of an event as the draw needs them: they go into the manifest and decide every line of the entries. */
export interface EntryPolicy {
  readonly limits: EntryLimits
  readonly fill: FillRule
  readonly pools: readonly Pool[]
  readonly spillTo: string | null
  termsOf(applicant: FrozenApplicant): ApplicantTerms
}

/** One person, one seat, one chance: the policy until pools, weights and groups can be declared. */
export function entryPolicyOf({ capacity }: Pick<Event, 'capacity'>): EntryPolicy {
  return {
    limits: { maxUnitSeats: 1, maxWeight: 1 },
    fill: 'first-fit',
    pools: [{ id: 'open', seats: capacity, tag: null }],
    spillTo: null,
    termsOf: () => ({ tags: [], weight: 1 }),
  }
}

/** A group has the tags that all its members have, and never more lots than they have on average (protocol sections 6 and 7). */
export function entryUnit({ members }: FrozenUnit, policy: EntryPolicy): EntryUnit {
  const [first = { tags: [], weight: 1 }, ...others] = members.map((member) => policy.termsOf(member))
  return {
    members: members.map(({ ticketId }) => ticketId),
    seats: members.length,
    weight: others.length === 0 ? first.weight : groupWeight([first, ...others].map(({ weight }) => weight)),
    tags: first.tags.filter((tag) => others.every(({ tags }) => tags.includes(tag))),
  }
}
