import { DrawRuleError } from '../errors.js'
import { eventHash } from '../log/event-hash.js'
import type { DrawFields, LogEvent, LogFrame } from '../log/log-event.js'
import { parseLog } from '../log/parse-log.js'
import type { Manifest } from '../manifest/manifest.js'
import { counted } from './counted.js'
import type { Found } from './take-step.js'

export type DrawEvent = LogFrame & DrawFields

/** A log whose lines follow from each other. */
export interface CheckedLog {
  readonly events: readonly LogEvent[]
  readonly draw: DrawEvent | null
  /** Hash of the last event; the commitment while there is none. */
  readonly head: string
}

/** For each event form, seq, prev and time; at most one draw (protocol section 11). */
export function checkLog(manifest: Manifest, commitment: string, file: Uint8Array): Found<CheckedLog> {
  const events = parseLog(file)
  let head = commitment
  let at = manifest.closesAt
  events.forEach((event, index) => {
    const name = `event ${index + 1}`
    if (event.seq !== index + 1) throw new DrawRuleError(`${name}: seq`, `is ${event.seq}, it must be ${index + 1}`)
    if (event.prev !== head) throw new DrawRuleError(`${name}: prev`, `is ${event.prev}, the hash before it is ${head}`)
    if (event.at < at) throw new DrawRuleError(`${name}: at`, `is ${event.at}, before ${at}`)
    head = eventHash(event)
    at = event.at
  })
  const draws = events.filter((event): event is DrawEvent => event.type === 'draw')
  if (draws.length > 1) throw new DrawRuleError(`event ${draws[1]?.seq}: type`, 'is draw a second time: there is no redraw')
  const draw = draws[0] ?? null
  return {
    value: { events, draw, head },
    detail: `${counted(events.length, 'event')} in an unbroken chain, times in order${draw === null ? '; not drawn yet' : ''}`,
    facts: { events: events.length, drawn: draw !== null },
  }
}
