import type { EntryList } from '../entries/entry-list.js'
import type { DrawOrder } from '../log/draw-state.js'
import type { Manifest } from '../manifest/manifest.js'
import { PLACED, type SeatingDraft, WAITING } from './seating.js'

/** A placement as indices into the entry list and the manifest's pools. */
export type PlacedIndex = readonly [unit: number, pool: number]

/** What the fill rule looks at besides the seating. */
export interface FillContext {
  readonly manifest: Pick<Manifest, 'pools' | 'spillTo'>
  readonly entries: Pick<EntryList, 'tagSets' | 'tagSetOf' | 'unitSeats'>
  readonly order: Pick<DrawOrder, 'unitAtPlace'>
}

/**
 * The only allocation rule (protocol section 8): serves pool after pool along the one order, spills free seats, and
 * repeats until a round changes nothing. Changes `seating`.
 * @returns the placements in the order in which they happened
 */
export function fillSeats(context: FillContext, seating: SeatingDraft): PlacedIndex[] {
  const { pools, spillTo } = context.manifest
  const spillPool = pools.findIndex(({ id }) => id === spillTo)
  const placed: PlacedIndex[] = []
  for (;;) {
    const placedBefore = placed.length
    const blocked = pools.map((_, pool) => servePool(context, seating, pool, placed))
    const moved = spillPool === -1 ? 0 : spillSeats(seating, spillPool, blocked)
    if (spillPool !== -1) servePool(context, seating, spillPool, placed)
    if (placed.length === placedBefore && moved === 0) return placed
  }
}

/** Gives a pool's seats out in draw order. Returns true when `hold` stopped it: seats are kept for a unit that needs more. */
function servePool({ manifest, entries, order }: FillContext, seating: SeatingDraft, pool: number, placed: PlacedIndex[]): boolean {
  const tag = manifest.pools[pool]?.tag ?? null
  const eligible = entries.tagSets.map((tags) => tag === null || tags.includes(tag))
  let free = seating.free[pool] ?? 0
  let blocked = false
  for (const unit of order.unitAtPlace) {
    if (free === 0) break
    if (seating.status[unit] !== WAITING || eligible[entries.tagSetOf[unit] ?? 0] !== true) continue
    const seats = entries.unitSeats[unit] ?? 0
    if (seats <= free) {
      seating.status[unit] = PLACED
      seating.poolOf[unit] = pool
      seating.held[unit] = seats
      free -= seats
      placed.push([unit, pool])
    } else if (!seating.firstFit) {
      blocked = true
      break
    }
  }
  seating.free[pool] = free
  return blocked
}

/** Moves what the other pools have left, save the blocked ones, to the spill pool. Returns the number of seats moved. */
function spillSeats({ free }: SeatingDraft, spillPool: number, blocked: readonly boolean[]): number {
  let moved = 0
  free.forEach((seats, pool) => {
    if (pool === spillPool || blocked[pool] === true) return
    moved += seats
    free[pool] = 0
  })
  free[spillPool] = (free[spillPool] ?? 0) + moved
  return moved
}
