import { asciiText } from '../canonical/ascii-text.js'
import { parseCanonicalJson } from '../canonical/parse-canonical-json.js'
import { DrawFormError } from '../errors.js'
import { asLogEvent } from './check-event.js'
import type { LogEvent } from './log-event.js'

/**
 * Reads log.jsonl: one canonical event per line (protocol section 11). The last line may lack its line feed.
 * Form only; whether the events follow from each other is for `replayLog`.
 * @throws DrawFormError naming the line and what is wrong with it.
 */
export function parseLog(file: Uint8Array): LogEvent[] {
  const text = asciiText(file, 'log')
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line, index) => parseLine(line, `log line ${index + 1}`))
}

function parseLine(line: string, subject: string): LogEvent {
  try {
    return asLogEvent(parseCanonicalJson(line), subject)
  } catch (error) {
    if (error instanceof DrawFormError && error.subject !== subject) throw new DrawFormError(subject, error.problems)
    throw error
  }
}
