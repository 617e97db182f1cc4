import type { ExcludedList, ExcludedTicket } from './entry-list.js'
import { parseExcluded } from './parse-excluded.js'

/**
 * The canonical excluded file of tickets that were set aside before the close, given in any order (protocol section 2).
 * @throws DrawFormError naming the bad line of the sorted file: not a ticket id, not a reason token, a ticket twice.
 */
export function buildExcluded(tickets: Iterable<ExcludedTicket>): ExcludedList {
  const lines = Array.from(tickets, ({ ticketId, reason }) => `${ticketId} ${reason}\n`).sort()
  return parseExcluded(new TextEncoder().encode(lines.join('')))
}
