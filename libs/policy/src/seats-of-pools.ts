import type { SelectionPolicy } from './policy.js'

/** Seats that are given out beside the draw: picked by hand, and by score. */
export function seatsBesideDraw({ picked, review }: SelectionPolicy): number {
  return picked.seats + (review?.outcome.kind === 'top' ? review.outcome.seats : 0)
}

/**
 * How many seats each pool has, in the policy's order.
 *
 * @param capacity seats of the event.
 * @returns one number per pool; they and the seats beside the draw add up to the capacity. A policy that promises more than there is
 * gives the pool without a number of its own fewer than none.
 */
export function seatsOfPools(policy: SelectionPolicy, capacity: number): readonly number[] {
  const named = policy.pools.reduce((sum, { seats }) => sum + (seats ?? 0), seatsBesideDraw(policy))
  return policy.pools.map(({ seats }) => seats ?? capacity - named)
}
