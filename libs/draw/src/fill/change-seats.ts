import type { EntryList } from '../entries/entry-list.js'
import { findUnit } from '../entries/find-unit.js'
import { DrawRuleError } from '../errors.js'
import type { DrawOrder } from '../log/draw-state.js'
import type { CapacityFields, ReduceFields, SeatChangeFields } from '../log/log-event.js'
import type { Manifest } from '../manifest/manifest.js'
import { giveBack, OUT, PLACED, type SeatingDraft, WAITING } from './seating.js'

/** What an event is judged against; `order` is null before the draw. */
export interface ChangeContext {
  readonly manifest: Manifest
  readonly entries: EntryList
  readonly order: DrawOrder | null
}

/**
 * What an event does before the fill rule runs (table of protocol section 10). Changes `seating`, or throws and leaves it as it was.
 * @throws DrawRuleError when the event names what there is not, or is not allowed now.
 */
export function changeSeats(context: ChangeContext, seating: SeatingDraft, event: SeatChangeFields): void {
  switch (event.type) {
    case 'withdraw':
    case 'decline':
    case 'expire':
    case 'disqualify':
      return takeOut(context, seating, event.unit)
    case 'reinstate':
      return reinstate(context, seating, event.unit)
    case 'reduce':
      return reduce(context, seating, event)
    case 'capacity':
      return addSeats(context, seating, event)
    case 'shrink':
      return removeSeats(context, seating, event)
    case 'final':
      seating.firstFit = true
  }
}

function takeOut({ entries }: ChangeContext, seating: SeatingDraft, unitId: string): void {
  const unit = knownUnit(entries, unitId)
  if (seating.status[unit] === OUT) throw new DrawRuleError('unit', `${unitId} is out already`)
  if (seating.status[unit] === PLACED) giveBack(seating, unit)
  seating.status[unit] = OUT
}

function reinstate({ entries }: ChangeContext, seating: SeatingDraft, unitId: string): void {
  const unit = knownUnit(entries, unitId)
  if (seating.status[unit] !== OUT) throw new DrawRuleError('unit', `${unitId} is not out, only a unit that is out comes back`)
  seating.status[unit] = WAITING
}

function reduce({ entries }: ChangeContext, seating: SeatingDraft, event: ReduceFields): void {
  const unit = knownUnit(entries, event.unit)
  if (seating.status[unit] !== PLACED) throw new DrawRuleError('unit', `${event.unit} has no seats to give back`)
  const held = seating.held[unit] ?? 0
  if (event.seats >= held) throw new DrawRuleError('seats', `is ${event.seats}, the unit holds ${held} and has to keep at least one`)
  const pool = seating.poolOf[unit] ?? 0
  seating.held[unit] = held - event.seats
  seating.free[pool] = (seating.free[pool] ?? 0) + event.seats
}

function addSeats({ manifest }: ChangeContext, seating: SeatingDraft, event: CapacityFields): void {
  const pool = knownPool(manifest, event.pool)
  seating.free[pool] = (seating.free[pool] ?? 0) + event.seats
}

function removeSeats({ manifest, order }: ChangeContext, seating: SeatingDraft, event: CapacityFields): void {
  const pool = knownPool(manifest, event.pool)
  const placed = order === null ? [] : placedInPool(order, seating, pool)
  const total = placed.reduce((sum, unit) => sum + (seating.held[unit] ?? 0), seating.free[pool] ?? 0)
  if (event.seats > total) throw new DrawRuleError('seats', `is ${event.seats}, the pool ${event.pool} has ${total} seats now`)
  seating.free[pool] = (seating.free[pool] ?? 0) - event.seats
  while ((seating.free[pool] ?? 0) < 0) {
    const last = placed.pop()
    if (last === undefined) return
    giveBack(seating, last)
    seating.status[last] = WAITING
  }
}

/** In draw order. */
function placedInPool({ unitAtPlace }: DrawOrder, seating: SeatingDraft, pool: number): number[] {
  return Array.from(unitAtPlace.filter((unit) => seating.status[unit] === PLACED && seating.poolOf[unit] === pool))
}

function knownUnit(entries: EntryList, unitId: string): number {
  const unit = findUnit(entries, unitId)
  if (unit === -1) throw new DrawRuleError('unit', `${unitId} is not in the entries`)
  return unit
}

function knownPool({ pools }: Manifest, id: string): number {
  const pool = pools.findIndex((known) => known.id === id)
  if (pool === -1)
    throw new DrawRuleError('pool', `${JSON.stringify(id)} is not a pool; there are ${pools.map((known) => known.id).join(', ')}`)
  return pool
}
