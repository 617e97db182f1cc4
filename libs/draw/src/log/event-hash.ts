import { canonicalJson } from '../canonical/canonical-json.js'
import { toHex } from '../hash/hex.js'
import { taggedHash } from '../hash/tagged-hash.js'
import type { LogEvent } from './log-event.js'

/** H(EVENT, CJ(event)), hex: `prev` of the next event, and the head when it is the last (protocol section 1). */
export function eventHash(event: LogEvent): string {
  return toHex(taggedHash('EVENT', new TextEncoder().encode(canonicalJson(event))))
}
