import type { PolicyPool, SelectionPolicy } from '#policy'
import { seatsOfPools } from '#policy'
import { draftId } from '../short-names.js'

/** Pools in which everybody may compete, with everybody else's close: seats that are left can go there. */
export const takesLeftovers = ({ who, closesAt }: PolicyPool): boolean => who.kind === 'everybody' && closesAt === null

/** Whether it has been said whom a pool is for; until then it cannot be named after them. */
export const isAddressed = ({ who, called }: PolicyPool): boolean =>
  called !== null || who.kind === 'everybody' || (who.kind === 'tag' ? who.tag !== '' : who.options.length > 0)

export const withPool = (policy: SelectionPolicy, index: number, change: Partial<PolicyPool>): SelectionPolicy =>
  keptSpill({ ...policy, pools: policy.pools.map((pool, at) => (at === index ? { ...pool, ...change } : pool)) })

/** A reserve of a tenth of the seats, filled before everybody's, whose leftovers everybody gets: what most organizers mean by one. */
export function withNewPool(policy: SelectionPolicy, capacity: number, who: PolicyPool['who']): { policy: SelectionPolicy; index: number } {
  const pool: PolicyPool = {
    id: draftId(policy.pools),
    seats: Math.max(1, Math.round(capacity / 10)),
    who,
    called: null,
    closesAt: null,
  }
  const open = policy.pools.findIndex(takesLeftovers)
  const index = open < 0 ? policy.pools.length : open
  const isFirstReserve = policy.pools.length === 1
  return {
    index,
    policy: {
      ...policy,
      pools: policy.pools.toSpliced(index, 0, pool),
      spillTo: isFirstReserve ? (policy.pools[open]?.id ?? null) : policy.spillTo,
    },
  }
}

/** Without a pool. If it had the rest, everybody's seats get it, or else the last ones. */
export function withoutPool(policy: SelectionPolicy, index: number): SelectionPolicy {
  const removed = policy.pools[index]
  const pools = policy.pools.filter((_, at) => at !== index)
  if (removed?.seats !== null) return keptSpill({ ...policy, pools })
  const open = pools.findIndex(takesLeftovers)
  const heir = open < 0 ? pools.length - 1 : open
  return keptSpill({ ...policy, pools: pools.map((pool, at) => (at === heir ? { ...pool, seats: null } : pool)) })
}

/** The rest goes to this pool; the one that had it keeps the number it had. */
export function withRest(policy: SelectionPolicy, index: number, capacity: number): SelectionPolicy {
  const seats = seatsOfPools(policy, capacity)
  const pools = policy.pools.map((pool, at) =>
    at === index ? { ...pool, seats: null } : pool.seats === null ? { ...pool, seats: Math.max(1, seats[at] ?? 1) } : pool,
  )
  return { ...policy, pools }
}

export function movedPool(policy: SelectionPolicy, index: number, by: -1 | 1): SelectionPolicy {
  const [one, other] = [policy.pools[index], policy.pools[index + by]]
  return one && other ? { ...policy, pools: policy.pools.with(index, other).with(index + by, one) } : policy
}

/**
 * What its place in the order makes of a pool (draw protocol section 7): a reserve before everybody's seats is a minimum, one behind them comes on
 * top. Where there are no seats for everybody there is nothing to be before or behind.
 */
export function turnOf({ pools }: SelectionPolicy, index: number): 'everybody' | 'atLeast' | 'extra' | 'only' {
  if (pools[index]?.who.kind === 'everybody') return 'everybody'
  const open = pools.findIndex(({ who }) => who.kind === 'everybody')
  if (open < 0) return 'only'
  return index < open ? 'atLeast' : 'extra'
}

/** A close of its own to begin with: a week before the event's, or half way where applications are not open that long. */
export function earlierClose(opensAt: string | null, closesAt: string | null): string | null {
  if (closesAt === null) return null
  const close = Date.parse(closesAt)
  const week = 7 * 86_400_000
  const half = opensAt === null ? week : (close - Date.parse(opensAt)) / 2
  const minute = 60_000
  return new Date(Math.floor((close - Math.min(week, half)) / minute) * minute).toISOString()
}

/** Leftovers cannot go to what is gone or is not for everybody any more. */
function keptSpill(policy: SelectionPolicy): SelectionPolicy {
  const target = policy.pools.find(({ id }) => id === policy.spillTo)
  return target && takesLeftovers(target) ? policy : { ...policy, spillTo: null }
}
