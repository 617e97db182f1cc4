import { canonicalJson } from '../canonical/canonical-json.js'
import { DrawRuleError } from '../errors.js'
import { asLogEvent } from './check-event.js'
import { advance, type DrawRun, requestOf, startRun, stateOf } from './draw-run.js'
import type { DrawState } from './draw-state.js'
import type { LogEvent, Promotion } from './log-event.js'

/**
 * Goes through events that were logged before, and accepts each only if the rules give exactly the same line
 * (protocol sections 10 and 11). The prefix and then the rest give the same as the whole.
 * @param state the draw before the first of these events, from `openDraw` or an earlier replay; stays as it was
 * @throws DrawFormError for an event that is not well formed
 * @throws DrawRuleError naming the event and the field that does not follow.
 */
export function replayLog(state: DrawState, events: Iterable<LogEvent>, rank?: DrawRun['rank']): DrawState {
  const run = startRun(state, rank)
  for (const event of events) replayEvent(run, event)
  return stateOf(run)
}

function replayEvent(run: DrawRun, logged: LogEvent): void {
  const name = `event ${run.seq + 1}`
  asLogEvent(logged, name)
  const { seq, head } = run
  if (logged.seq !== seq + 1) throw new DrawRuleError(`${name}: seq`, `is ${logged.seq}, it must be ${seq + 1}`)
  if (logged.prev !== head) throw new DrawRuleError(`${name}: prev`, `is ${logged.prev}, the hash before it is ${head}`)
  const { event } = advanceNamed(run, logged, name)
  for (const [field, value] of Object.entries(event)) {
    const [right, found] = [canonicalJson(value), canonicalJson(Object.entries(logged).find(([key]) => key === field)?.[1])]
    if (right === found) continue
    if (field === 'promoted') throw firstDifference(`${name}: promoted`, event.promoted, logged.promoted)
    throw new DrawRuleError(`${name}: ${field}`, `is ${found}, by the rules it is ${right}`)
  }
}

/** A draw promotes thousands: people need the one place where the lists part. */
function firstDifference(path: string, right: readonly Promotion[], found: readonly Promotion[]): DrawRuleError {
  const [rights, founds] = [right.map(canonicalJson), found.map(canonicalJson)]
  const differing = founds.findIndex((text, place) => text !== rights[place])
  const index = differing === -1 ? founds.length : differing
  const [expected, given] = [rights[index], founds[index]]
  const rule = expected === undefined ? 'by the rules the list ends before it' : `by the rules it is ${expected}`
  return new DrawRuleError(`${path}[${index}]`, `is ${given ?? 'missing'}, ${rule}`)
}

function advanceNamed(run: DrawRun, logged: LogEvent, name: string): { readonly event: LogEvent } {
  try {
    return advance(run, requestOf(logged))
  } catch (error) {
    if (error instanceof DrawRuleError) throw new DrawRuleError(`${name}: ${error.path}`, error.message.slice(error.path.length + 1))
    throw error
  }
}
