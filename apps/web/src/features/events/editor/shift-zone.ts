import type { SelectionPolicy } from '#policy'
import { readWallTime, wallTimeOf } from '../time/wall-time.js'
import type { Draft } from './draft.js'

/**
 * The same hours on the clocks of another zone: who corrects the zone of an event means that it begins at 18:00 there. An hour that the new zone's
 * clocks skip becomes the next one that exists; of one that comes twice, the first.
 */
export function shiftZone(values: Draft, timeZone: string): Partial<Draft> {
  const shift = (instant: string): string => {
    const wall = wallTimeOf(instant, values.timeZone)
    const read = readWallTime(wall, timeZone)
    if (read?.kind === 'exact') return read.instant
    if (read?.kind === 'twice') return read.first
    const next = read && readWallTime(read.next, timeZone)
    return next?.kind === 'exact' ? next.instant : instant
  }
  const shiftOrNone = (instant: string | null) => instant && shift(instant)
  return {
    startsAt: shiftOrNone(values.startsAt),
    endsAt: shiftOrNone(values.endsAt),
    opensAt: shiftOrNone(values.opensAt),
    closesAt: shiftOrNone(values.closesAt),
    answerBy: shiftOrNone(values.answerBy),
    ...(hasTimes(values.policy) && { policy: shiftPolicy(values.policy, shift) }),
    agenda: values.agenda.map((item) => ({ ...item, startsAt: shift(item.startsAt), endsAt: shiftOrNone(item.endsAt) })),
  }
}

/** Only then does the policy change with the zone, and is saved with it. */
const hasTimes = ({ pools, review }: SelectionPolicy) => review !== null || pools.some(({ closesAt }) => closesAt !== null)

function shiftPolicy(policy: SelectionPolicy, shift: (instant: string) => string): SelectionPolicy {
  return {
    ...policy,
    pools: policy.pools.map((pool) => ({ ...pool, closesAt: pool.closesAt && shift(pool.closesAt) })),
    review: policy.review && { ...policy.review, until: shift(policy.review.until) },
  }
}
