import { findUnit } from '../entries/find-unit.js'
import { unitAt } from '../entries/unit-at.js'
import { DrawRuleError } from '../errors.js'
import { appendEvent } from '../log/append-event.js'
import type { DrawState } from '../log/draw-state.js'
import type { RemovalFields, SeatChangeFields } from '../log/log-event.js'
import { freeSeats, placements, unitStatus } from '../log/read-seating.js'

/** Why and how somebody of a unit leaves: the line that it would be if she were alone. */
export type Leaving = Pick<RemovalFields, 'type' | 'reason'>

/** Of units of several people: why those of them who have left did, in the order in which they did. */
export type Leavers = ReadonlyMap<string, readonly string[]>

/**
 * The line of the log that follows when one of a unit's people leaves. The unit is out with the last one. While others stay, a placed
 * unit gives one seat back, and a waiting one says nothing: the protocol knows no smaller unit before there are seats.
 *
 * @param staying how many of the unit's people stay, without her.
 */
export function linesOfLeaving(state: DrawState, unit: string, staying: number, { type, reason }: Leaving): SeatChangeFields[] {
  const status = unitStatus(state, unit)
  if (status.state === 'out') return []
  if (staying === 0) return [{ type, unit, reason }]
  return status.state === 'placed' ? [{ type: 'reduce', unit, seats: 1, reason }] : []
}

/**
 * The same for a seat that nobody gets any more: the house shrinks with it, so that the log promises nothing that cannot be kept. Seats
 * that were free before go first, so that the one that becomes free can be offered to nobody for whom another would have to go. Where the
 * rules would take a seat from somebody all the same, the log says nothing, and the seat stays with the unit that had it.
 *
 * @param emptyReason why the house shrinks.
 */
export function linesOfClosingSeat(
  state: DrawState,
  unit: string,
  staying: number,
  leaving: Leaving,
  emptyReason: string,
): SeatChangeFields[] {
  const shrink = (pool: string, seats: number): SeatChangeFields => ({ type: 'shrink', pool, seats, reason: emptyReason })
  const free = freeSeats(state).flatMap(({ pool, seats }) => (seats > 0 ? [shrink(pool, seats)] : []))
  const lines = [...free, ...linesOfLeaving(state, unit, staying, leaving)]
  const status = unitStatus(state, unit)
  if (status.state !== 'placed') return lines.slice(free.length)
  const others = seatedBeside(state, unit)
  // A seat that nobody of its pool wanted may have moved on to another one.
  const pools = [status.pool, ...state.manifest.pools.map(({ id }) => id)]
  const closing = pools.map((pool) => [...lines, shrink(pool, 1)])
  return closing.find((all) => isPossible(state, all, (end) => seatedBeside(end, unit) === others)) ?? []
}

/**
 * The lines with which units that hold seats give back those of their people who left while they waited.
 *
 * @param left those who have left.
 */
export function linesOfEmptySeats(state: DrawState, left: Leavers): SeatChangeFields[] {
  return [...left].flatMap(([unit, reasons]) => {
    const status = unitStatus(state, unit)
    if (status.state !== 'placed') return []
    const empty = Math.max(0, status.held - (peopleOf(state, unit) - reasons.length))
    return reasons.slice(reasons.length - empty).map((reason): SeatChangeFields => ({ type: 'reduce', unit, seats: 1, reason }))
  })
}

/** How many people a unit has, with those who left. */
export function peopleOf({ entries }: DrawState, unit: string): number {
  return unitAt(entries, findUnit(entries, unit)).members.length
}

/** Who holds how many seats and where, but for one unit. */
function seatedBeside(state: DrawState, unit: string): string {
  return placements(state)
    .filter(({ unitId }) => unitId !== unit)
    .map(({ unitId, pool, held }) => `${unitId} ${pool} ${held}`)
    .join()
}

function isPossible(state: DrawState, lines: readonly SeatChangeFields[], isRight: (end: DrawState) => boolean): boolean {
  try {
    return isRight(lines.reduce((now, line) => appendEvent(now, { ...line, at: now.at }).state, state))
  } catch (error) {
    if (error instanceof DrawRuleError) return false
    throw error
  }
}
