import type { SeedMode } from '../manifest/manifest.js'

/** A seat given: which unit, from which pool. In the order in which it happened. */
export type Promotion = readonly [unitId: string, poolId: string]

/** What every line of the log carries besides its own fields (section 10). */
export interface LogFrame {
  readonly seq: number
  /** Hash of the event before, or the commitment. */
  readonly prev: string
  /** Unix seconds at which it was logged. */
  readonly at: number
  readonly promoted: readonly Promotion[]
}

export interface DrawFields {
  readonly type: 'draw'
  readonly mode: SeedMode
  readonly randomness: string | null
  readonly signature: string | null
  readonly previousSignature: string | null
  readonly secrets: readonly string[] | null
  readonly seed: string
  readonly order: string
}

/** A unit leaves; `reason` is a token without personal data. */
export interface RemovalFields {
  readonly type: 'withdraw' | 'decline' | 'expire' | 'disqualify'
  readonly unit: string
  readonly reason: string
}

export interface ReinstateFields {
  readonly type: 'reinstate'
  readonly unit: string
  readonly reason: string
}

/** A placed unit gives `seats` of its seats back and keeps the rest. */
export interface ReduceFields {
  readonly type: 'reduce'
  readonly unit: string
  readonly seats: number
  readonly reason: string
}

export interface CapacityFields {
  readonly type: 'capacity' | 'shrink'
  readonly pool: string
  readonly seats: number
  readonly reason: string
}

export interface FinalFields {
  readonly type: 'final'
  readonly reason: string
}

export type SeatChangeFields = RemovalFields | ReinstateFields | ReduceFields | CapacityFields | FinalFields
export type LogEventFields = DrawFields | SeatChangeFields
export type LogEvent = LogFrame & LogEventFields
export type LogEventType = LogEvent['type']

/** What the service says to draw: the engine works out randomness, seed, order and who is placed. */
export interface DrawRequest {
  readonly type: 'draw'
  readonly at: number
  readonly mode: SeedMode
  /** Signature of the round, hex; null when the mode uses no beacon. */
  readonly signature: string | null
  /** Only for the chained scheme. */
  readonly previousSignature: string | null
  /** Secrets in the order of the manifest's contributors, hex; null when the mode uses none. */
  readonly secrets: readonly string[] | null
}

/** What the service says to log anything else. */
export type SeatChangeRequest = SeatChangeFields & { readonly at: number }
export type LogRequest = DrawRequest | SeatChangeRequest
