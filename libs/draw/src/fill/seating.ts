import type { EntryList } from '../entries/entry-list.js'
import type { Seating } from '../log/draw-state.js'
import type { Manifest } from '../manifest/manifest.js'

export const WAITING = 0
export const PLACED = 1
export const OUT = 2

/** The same columns while the fill rule works on them; a `DrawState` never shares them. */
export interface SeatingDraft {
  readonly status: Uint8Array
  readonly poolOf: Uint32Array
  readonly held: Uint32Array
  readonly free: number[]
  firstFit: boolean
}

/** Everybody waits and every seat is free (protocol section 8). */
export function emptySeating({ pools, fill }: Pick<Manifest, 'pools' | 'fill'>, { count }: Pick<EntryList, 'count'>): SeatingDraft {
  return {
    status: new Uint8Array(count),
    poolOf: new Uint32Array(count),
    held: new Uint32Array(count),
    free: pools.map(({ seats }) => seats),
    firstFit: fill === 'first-fit',
  }
}

export function copySeating({ status, poolOf, held, free, firstFit }: Seating): SeatingDraft {
  return { status: status.slice(), poolOf: poolOf.slice(), held: held.slice(), free: [...free], firstFit }
}

/** Ends a placement: its seats go back to its pool (protocol section 10). */
export function giveBack(seating: SeatingDraft, unit: number): void {
  const pool = seating.poolOf[unit] ?? 0
  seating.free[pool] = (seating.free[pool] ?? 0) + (seating.held[unit] ?? 0)
  seating.held[unit] = 0
}
