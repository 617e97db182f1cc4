import fc from 'fast-check'
import { asLogEvent } from '../src/log/check-event.js'
import {
  type BundleFiles,
  canonicalJson,
  commitmentOf,
  DrawFormError,
  eventHash,
  type LogEvent,
  parseLog,
  parseManifest,
} from '../src/index.js'

/** A lie told by who keeps the log: one field says something else, and every hash after it is made to fit. */
export interface Forgery {
  readonly event: number
  readonly field: number
  readonly how: 'of another event' | 'one more' | 'one less' | 'null' | 'shorter' | 'reversed' | 'left out' | 'another type'
}

export const arbitraryForgery: fc.Arbitrary<Forgery> = fc.record({
  event: fc.nat(1000),
  field: fc.nat(1000),
  how: fc.constantFrom('of another event', 'one more', 'one less', 'null', 'shorter', 'reversed', 'left out', 'another type'),
})

const TYPES = ['withdraw', 'decline', 'expire', 'disqualify', 'reinstate', 'reduce', 'capacity', 'shrink', 'final', 'draw']

/** The bundle whose log was forged. */
export function forge(files: BundleFiles, forgery: Forgery): BundleFiles {
  const events = parseLog(files.log)
  const at = forgery.event % events.length
  const other = events[(at * 7 + 3) % events.length]
  const log =
    forgery.how === 'left out' ? events.toSpliced(at, 1) : events.map((event, index) => (index === at ? lie(event, other, forgery) : event))
  return { ...files, log: new TextEncoder().encode(chained(commitmentOf(parseManifest(files.manifest)), log)) }
}

function lie(event: LogEvent, other: LogEvent | undefined, { field, how }: Forgery): Record<string, unknown> {
  const fields = Object.entries(event).filter(([name]) => name !== 'seq' && name !== 'prev')
  const [name, value]: [string, unknown] = fields[field % fields.length] ?? ['at', 0]
  if (how === 'another type') return { ...event, type: TYPES[field % TYPES.length] }
  return { ...event, [name]: liedValue(value, Object.entries(other ?? event).find(([key]) => key === name)?.[1], how) }
}

function liedValue(value: unknown, otherValue: unknown, how: Forgery['how']): unknown {
  if (how === 'null') return null
  if (how === 'of another event' && otherValue !== undefined) return otherValue
  if (typeof value === 'number') return how === 'one less' ? value - 1 : value + 1
  if (typeof value === 'string') return how === 'shorter' ? value.slice(1) : [...value].toReversed().join('')
  if (Array.isArray(value)) return how === 'reversed' ? value.toReversed() : value.slice(1)
  return value
}

/** The lines with numbers and hashes that follow from each other; what is no event any more counts as it is spelled. */
function chained(commitment: string, events: readonly object[]): string {
  let prev = commitment
  const lines = events.map((event, index) => {
    const told = { ...event, seq: index + 1, prev }
    prev = hashOf(told) ?? prev
    return `${canonicalJson(told)}\n`
  })
  return lines.join('')
}

function hashOf(told: object): string | null {
  try {
    return eventHash(asLogEvent(told, 'forged event'))
  } catch (error) {
    if (error instanceof DrawFormError) return null
    throw error
  }
}
