import type { Beacon } from './manifest.js'

/** Seconds between the close and the earliest round that may decide (protocol section 4). */
export const ROUND_DELAY = 600

type Rhythm = Pick<Beacon, 'period' | 'genesis'>

/** When a round comes out, in unix seconds (protocol section 4). */
export function roundTime({ period, genesis }: Rhythm, round: number): number {
  return genesis + (round - 1) * period
}

/** Number of the first round that comes out at `unix` (seconds) or later; rounds count from 1. */
export function firstRoundNotBefore({ period, genesis }: Rhythm, unix: number): number {
  return Math.max(1, Math.ceil((unix - genesis) / period) + 1)
}

/** The earliest round that the round rule allows for a close at `closesAt`, unix seconds (protocol section 4). */
export function firstRoundAfterClose(rhythm: Rhythm, closesAt: number): number {
  return firstRoundNotBefore(rhythm, closesAt + ROUND_DELAY)
}
