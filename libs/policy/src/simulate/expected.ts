import type { SelectionPolicy } from '../policy.js'

/** Whom somebody expects to apply. Shares are of all applicants, 0 to 1, and independent of each other. */
export interface ExpectedApplicants {
  /** Those who enter the draw: after a review, whoever reached the threshold. */
  readonly applicants: number
  /** By pool id: who will be eligible and in time for its own close. A pool for everybody needs none. */
  readonly pools: Readonly<Record<string, number>>
  /** Who has never held a seat. */
  readonly firstTimers: number
  /** Who has 0, 1, 2, ... earlier applications without luck. Who is in none of the shares has none. */
  readonly losses: readonly number[]
  /** By question id, then by option: who will give that answer. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** By size, from 2: who will come in a group of that size. The others come alone. */
  readonly groups: Readonly<Record<number, number>>
}

/** Some people of a share, each of whom gets the same extra lots. */
export interface Portion {
  readonly people: number
  readonly extra: number
}

/** How many people of a share there are; nonsense counts as none of them. */
export function peopleOf(share: number | undefined, applicants: number): number {
  return Math.round(Math.min(1, Math.max(0, share === undefined || Number.isNaN(share) ? 0 : share)) * applicants)
}

/** How many groups of each size there will be, largest first; no more people than there are, and no size that the policy does not allow. */
export function groupCounts(
  { companions }: SelectionPolicy,
  { groups }: ExpectedApplicants,
  applicants: number,
): readonly (readonly [size: number, count: number])[] {
  let left = applicants
  const sizes = Array.from({ length: Math.max(0, companions.largest - 1) }, (_, index) => companions.largest - index)
  return sizes.map((size) => {
    const count = Math.min(Math.round(peopleOf(groups[size], applicants) / size), Math.floor(left / size))
    left -= count * size
    return [size, count] as const
  })
}
