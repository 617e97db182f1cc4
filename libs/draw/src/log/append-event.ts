import { DrawFormError } from '../errors.js'
import { checkLogRequest } from './check-event.js'
import { advance, type DrawRun, startRun, stateOf } from './draw-run.js'
import type { AppendedEvent, DrawState } from './draw-state.js'
import type { LogRequest } from './log-event.js'

/**
 * The next line of the log: what somebody did, and everything that follows from it by the rules - for the draw
 * randomness, seed and order, for every event who moves up (protocol sections 8 and 10). `state` stays as it was.
 *
 * Before asking for a draw in mode `beacon` or `both`, check the signature with `verifyRound`: this function does not load the curve.
 * @param rank instead of `rankUnits`, for whoever worked the order out beforehand, with the seed that `seedOfDraw` gives for this request
 * @throws DrawFormError when the request is not well formed
 * @throws DrawRuleError when it is not allowed at this point of the log; its `path` names the field.
 */
export function appendEvent(state: DrawState, request: LogRequest, rank?: DrawRun['rank']): AppendedEvent {
  const problems = checkLogRequest(request)
  if (problems.length > 0) throw new DrawFormError('event', problems)
  const run = startRun(state, rank)
  const { event, hash } = advance(run, request)
  return { event, hash, promoted: event.promoted, state: stateOf(run) }
}
