import type { EntryList } from '../entries/entry-list.js'
import type { Manifest } from '../manifest/manifest.js'
import type { Promotion, LogEvent } from './log-event.js'

/** The one ranking of everybody (section 6), in columns. Places count from 0. */
export interface DrawOrder {
  /** Index in the entry list of the unit at each place. */
  readonly unitAtPlace: Uint32Array
  /** Place of each unit of the entry list. */
  readonly placeOfUnit: Uint32Array
  /** Key of each unit of the entry list, 32 bytes each. */
  readonly keys: Uint8Array
  /** Order hash, hex. */
  readonly hash: string
}

/** Who sits where, in columns over the entry list. Read it through `unitStatus`, `placements`, `waitlist`, `freeSeats`. */
export interface Seating {
  /** 0 waiting, 1 placed, 2 out. */
  readonly status: Uint8Array
  /** Index in the manifest's pools of a placed unit. */
  readonly poolOf: Uint32Array
  /** Seats that a placed unit holds, else 0. */
  readonly held: Uint32Array
  /** Free seats of each pool, in manifest order. */
  readonly free: readonly number[]
  /** True when the fill rule is first-fit, from the start or since a `final` event. */
  readonly firstFit: boolean
}

/** A draw after some prefix of its log. Never changed in place: `appendEvent` gives a new one. */
export interface DrawState {
  readonly manifest: Manifest
  readonly entries: EntryList
  readonly commitment: string
  /** Number of events so far. */
  readonly seq: number
  /** Hash of the last event; the commitment while the log is empty. */
  readonly head: string
  /** Time of the last event; `closesAt` while the log is empty. */
  readonly at: number
  /** Null until the draw event. */
  readonly seed: string | null
  readonly order: DrawOrder | null
  readonly seating: Seating
}

/** What appending an event gives: the line for the log (write `canonicalJson(event)`), its hash, and the draw after it. */
export interface AppendedEvent {
  readonly event: LogEvent
  readonly hash: string
  readonly promoted: readonly Promotion[]
  readonly state: DrawState
}

export type UnitStatus =
  | { readonly state: 'waiting' }
  | { readonly state: 'placed'; readonly pool: string; readonly held: number }
  | { readonly state: 'out' }

/** A placed unit: where, and with how many seats. */
export interface Placement {
  readonly unitId: string
  readonly pool: string
  readonly held: number
}

/** A unit with its place in the order; `rank` counts from 1, `key` is the number that decided, hex. */
export interface RankedUnit {
  readonly rank: number
  readonly unitId: string
  readonly key: string
  readonly members: readonly string[]
}

/** Sums over all units. */
export interface SeatCounts {
  readonly placed: number
  readonly waiting: number
  readonly out: number
  readonly heldSeats: number
}
