import { findUnit } from '../entries/find-unit.js'
import { unitIdAt } from '../entries/unit-at.js'
import { DrawRuleError } from '../errors.js'
import { OUT, PLACED, WAITING } from '../fill/seating.js'
import type { DrawState, Placement, SeatCounts, UnitStatus } from './draw-state.js'

/** Who has seats, in draw order; nobody before the draw. */
export function placements(state: DrawState): Placement[] {
  return unitsInOrder(state, PLACED).map((unit) => ({
    unitId: unitIdAt(state.entries, unit),
    pool: poolId(state, unit),
    held: state.seating.held[unit] ?? 0,
  }))
}

/** Unit ids still waiting, in draw order (protocol section 8); empty before the draw, when there is no order. */
export function waitlist(state: DrawState): string[] {
  return unitsInOrder(state, WAITING).map((unit) => unitIdAt(state.entries, unit))
}

/**
 * How one unit stands.
 * @throws DrawRuleError when it is not in the list.
 */
export function unitStatus(state: DrawState, unitId: string): UnitStatus {
  const unit = findUnit(state.entries, unitId)
  if (unit === -1) throw new DrawRuleError('unit', `${unitId} is not in the entries`)
  return unitStatusAt(state, unit)
}

/** How the unit in line `unit` (from 0) of the entries file stands. */
export function unitStatusAt(state: DrawState, unit: number): UnitStatus {
  if (state.seating.status[unit] === OUT) return { state: 'out' }
  if (state.seating.status[unit] === WAITING) return { state: 'waiting' }
  return { state: 'placed', pool: poolId(state, unit), held: state.seating.held[unit] ?? 0 }
}

/** Free seats of each pool, in manifest order. */
export function freeSeats({ manifest, seating }: DrawState): { readonly pool: string; readonly seats: number }[] {
  return manifest.pools.map(({ id }, pool) => ({ pool: id, seats: seating.free[pool] ?? 0 }))
}

/** How many units are placed, waiting and out, and how many seats are held. */
export function seatCounts({ seating }: DrawState): SeatCounts {
  const units = [0, 0, 0]
  for (const status of seating.status) units[status] = (units[status] ?? 0) + 1
  const heldSeats = seating.held.reduce((sum, held) => sum + held, 0)
  return { placed: units[PLACED] ?? 0, waiting: units[WAITING] ?? 0, out: units[OUT] ?? 0, heldSeats }
}

function unitsInOrder({ order, seating }: DrawState, status: number): number[] {
  return order === null ? [] : Array.from(order.unitAtPlace.filter((unit) => seating.status[unit] === status))
}

function poolId({ manifest, seating }: DrawState, unit: number): string {
  return manifest.pools[seating.poolOf[unit] ?? 0]?.id ?? ''
}
