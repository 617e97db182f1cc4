import { parseCanonicalJson } from '../canonical/parse-canonical-json.js'
import { DrawFormError } from '../errors.js'
import { asLogEvent } from './check-event.js'
import type { LogEvent } from './log-event.js'

const LF = 0x0a
/** Enough to promote 400,000 units at once. */
const MAX_LINE_BYTES = 32 * 1024 * 1024

/**
 * Reads log.jsonl: one canonical event per line (protocol section 11). The last line may lack its line feed.
 * Form only; whether the events follow from each other is for `replayLog`.
 * @throws DrawFormError naming the first bad line and what is wrong with it; nothing after it is looked at.
 */
export function parseLog(file: Uint8Array): LogEvent[] {
  const events: LogEvent[] = []
  for (let start = 0; start < file.length; ) {
    const found = file.indexOf(LF, start)
    const end = found === -1 ? file.length : found
    events.push(parseLine(file.subarray(start, end), `log line ${events.length + 1}`))
    start = end + 1
  }
  return events
}

function parseLine(line: Uint8Array, subject: string): LogEvent {
  if (line.length > MAX_LINE_BYTES)
    throw new DrawFormError(subject, [{ path: '', message: `has ${line.length} bytes, at most ${MAX_LINE_BYTES} are read` }])
  try {
    return asLogEvent(parseCanonicalJson(line), subject)
  } catch (error) {
    if (error instanceof DrawFormError && error.subject !== subject) throw new DrawFormError(subject, error.problems)
    throw error
  }
}
