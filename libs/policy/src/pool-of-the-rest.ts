import type { PolicyPool, SelectionPolicy } from './policy.js'

/**
 * The pool that gets seats which nobody beside the draw took: the one that takes every seat not named elsewhere; without one the pool
 * that seats spill to, else the last that is open to everybody, else the last.
 *
 * @returns its id. @throws RangeError for a policy without pools.
 */
export function poolOfTheRest({ pools, spillTo }: Pick<SelectionPolicy, 'pools' | 'spillTo'>): string {
  const open = (pool: PolicyPool): boolean => pool.who.kind === 'everybody'
  const pool = pools.find(({ seats }) => seats === null) ?? pools.find(({ id }) => id === spillTo) ?? pools.findLast(open) ?? pools.at(-1)
  if (pool === undefined) throw new RangeError('A policy has at least one pool.')
  return pool.id
}
