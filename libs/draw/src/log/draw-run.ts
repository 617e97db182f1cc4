import type { EntryList } from '../entries/entry-list.js'
import { unitIdAt } from '../entries/unit-at.js'
import { DrawRuleError } from '../errors.js'
import { changeSeats } from '../fill/change-seats.js'
import { fillSeats } from '../fill/fill-seats.js'
import { copySeating, type SeatingDraft } from '../fill/seating.js'
import type { Manifest } from '../manifest/manifest.js'
import { rankUnits } from '../order/rank-units.js'
import { seedOfDraw } from '../seed/seed-of-draw.js'
import type { DrawOrder, DrawState } from './draw-state.js'
import { eventHash } from './event-hash.js'
import type { DrawFields, DrawRequest, LogEvent, LogRequest, Promotion, SeatChangeFields, SeatChangeRequest } from './log-event.js'

/** A draw that is being advanced in place; whoever made it is the only one who sees it until it is done. */
export interface DrawRun {
  readonly manifest: Manifest
  readonly entries: EntryList
  readonly commitment: string
  readonly rank: (entries: EntryList, seed: string) => DrawOrder
  seq: number
  head: string
  at: number
  seed: string | null
  order: DrawOrder | null
  readonly seating: SeatingDraft
}

/** Starts from a state without touching it. `rank` may be replaced by a caller that has the order already. */
export function startRun(state: DrawState, rank: DrawRun['rank'] = rankUnits): DrawRun {
  return { ...state, seating: copySeating(state.seating), rank }
}

export function stateOf({ manifest, entries, commitment, seq, head, at, seed, order, seating }: DrawRun): DrawState {
  return { manifest, entries, commitment, seq, head, at, seed, order, seating }
}

/**
 * Logs one thing: checks that it is allowed now, lets it take effect, fills the seats (protocol sections 8 and 10).
 * A run that threw is spoilt.
 * @throws DrawRuleError when it is not allowed.
 */
export function advance(run: DrawRun, request: LogRequest): { readonly event: LogEvent; readonly hash: string } {
  if (request.at < run.at) throw new DrawRuleError('at', `is ${request.at}, the log stands at ${run.at} already`)
  const fields = request.type === 'draw' ? draw(run, request) : change(run, request)
  const { at } = request
  const event: LogEvent = { seq: run.seq + 1, prev: run.head, at, ...fields, promoted: fill(run) }
  const hash = eventHash(event)
  run.seq += 1
  run.head = hash
  run.at = at
  return { event, hash }
}

function draw(run: DrawRun, request: DrawRequest): DrawFields {
  if (run.order !== null) throw new DrawRuleError('type', 'is draw, and this draw has been drawn already: there is no redraw')
  const { type, mode, signature, previousSignature, secrets } = request
  const { randomness, seed } = seedOfDraw(run.manifest, run.commitment, request)
  run.seed = seed
  run.order = run.rank(run.entries, seed)
  return { type, mode, randomness, signature, previousSignature, secrets, seed, order: run.order.hash }
}

function change(run: DrawRun, { at: _, ...fields }: SeatChangeRequest): SeatChangeFields {
  changeSeats(run, run.seating, fields)
  return fields
}

/** Before the draw nobody can be placed. */
function fill({ manifest, entries, order, seating }: DrawRun): Promotion[] {
  if (order === null) return []
  return fillSeats({ manifest, entries, order }, seating).map(([unit, pool]) => [unitIdAt(entries, unit), manifest.pools[pool]?.id ?? ''])
}

/** The part of an event that somebody asked for; the rest follows. */
export function requestOf(event: LogEvent): LogRequest {
  if (event.type === 'draw') {
    const { type, at, mode, signature, previousSignature, secrets } = event
    return { type, at, mode, signature, previousSignature, secrets }
  }
  const { seq: _seq, prev: _prev, promoted: _promoted, ...request } = event
  return request
}
