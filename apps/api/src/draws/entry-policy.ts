import type { EntryLimits, EntryUnit, FillRule, Pool } from '#draw'
import { canWin, groupLots, largestWeight, type Lots, lotsOf, seatsOfPools, tagOfPool } from '#policy'
import type { FrozenUnit } from '../applications/index.js'
import type { Event } from '../events/index.js'

/** The rules of an event as the draw needs them: they go into the manifest and decide every line of the entries. */
export interface EntryPolicy {
  readonly limits: EntryLimits
  readonly fill: FillRule
  readonly pools: readonly Pool[]
  readonly spillTo: string | null
  /** The line of a unit, or null when it may compete in no pool at all. */
  entryUnit(unit: FrozenUnit): EntryUnit | null
}

export function entryPolicyOf({ capacity, policy }: Pick<Event, 'capacity' | 'policy'>): EntryPolicy {
  const seats = seatsOfPools(policy, capacity)
  const { largest, fill } = policy.companions
  const lots = lotsOf(policy)
  return {
    limits: { maxUnitSeats: largest, maxWeight: largestWeight(policy) },
    fill: largest > 1 ? fill : 'first-fit',
    pools: policy.pools.map((pool, index) => ({ id: pool.id, seats: seats[index] ?? 0, tag: tagOfPool(pool) })),
    spillTo: policy.spillTo,
    entryUnit: ({ members }) => {
      const terms = members.map(({ facts }) => lots(facts))
      const [first, ...others] = terms
      const shared: Lots = first !== undefined && others.length === 0 ? first : groupLots(terms)
      if (!canWin(policy, shared)) return null
      return { members: members.map(({ ticketId }) => ticketId), seats: members.length, ...shared }
    },
  }
}
