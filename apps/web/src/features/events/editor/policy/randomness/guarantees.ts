import type { Randomness } from '#policy'

export type Mode = Randomness['mode']
/** `partly`: only if somebody is honest. */
export type Kept = 'yes' | 'partly' | 'no'

/** Draw protocol section 5, in the order of its table: what each kind of randomness promises the public, and whether it is kept. */
export const guarantees = {
  beacon: ['listFixed.yes', 'notTried.yes', 'notStopped.yes', 'notPredicted.yes', 'younger.yes', 'offline.no'],
  'commit-reveal': ['listFixed.yes', 'notTried.partly', 'notStopped.no', 'notPredicted.partly', 'younger.no', 'offline.yes'],
  both: ['listFixed.yes', 'notTried.yes', 'notStopped.no', 'notPredicted.yes', 'younger.yes', 'offline.no'],
} as const satisfies Record<Mode, readonly `${string}.${Kept}`[]>

export const keptOf = (guarantee: `${string}.${Kept}`): Kept => guarantee.slice(guarantee.indexOf('.') + 1) as Kept
