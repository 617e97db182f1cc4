import { asciiText } from '../canonical/ascii-text.js'
import { DIGEST_BYTES } from '../hash/digest-table.js'
import { isHex, toHex } from '../hash/hex.js'
import { isReason } from '../log/reason.js'
import { merkleRoot } from '../merkle/merkle-root.js'
import { leafHash } from '../merkle/tree-hash.js'
import type { ExcludedList, ExcludedTicket } from './entry-list.js'
import { lineBytes, lineError, lineStartsOf } from './file-lines.js'

const SUBJECT = 'excluded'
/** Where splitting a hostile line ends. */
const MOST_FIELDS = 10

/**
 * Reads excluded.txt strictly: lines `<ticketId> <reason-token>`, sorted, no ticket twice (protocol section 2).
 * @param most how many lines the manifest counts, when it is known: the first one beyond ends the reading
 * @throws DrawFormError naming the bad line and what is wrong with it.
 */
export function parseExcluded(file: Uint8Array, most?: number): ExcludedList {
  const starts = lineStartsOf(file, SUBJECT, most)
  const text = asciiText(file, SUBJECT)
  const count = starts.length - 1
  const leaves = new Uint8Array(count * DIGEST_BYTES)
  const tickets: ExcludedTicket[] = []
  for (let index = 0; index < count; index += 1) {
    const ticket = parseLine(text.slice(starts[index], (starts[index + 1] ?? 0) - 1), index)
    const previous = tickets.at(-1)?.ticketId ?? ''
    if (ticket.ticketId === previous) throw lineError(SUBJECT, index, 'has the same ticket as the line before')
    if (ticket.ticketId < previous) throw lineError(SUBJECT, index, 'is not in ascending order after the line before')
    tickets.push(ticket)
    leaves.set(leafHash(lineBytes(file, starts, index)), index * DIGEST_BYTES)
  }
  return { count, root: toHex(merkleRoot(leaves)), file, tickets }
}

function parseLine(line: string, index: number): ExcludedTicket {
  const fields = line.split(' ', MOST_FIELDS)
  const [ticketId, reason] = fields
  if (fields.length !== 2) throw lineError(SUBJECT, index, `has ${fields.length} fields, it needs 2 separated by one space: ticket, reason`)
  if (!isHex(ticketId, 32)) throw lineError(SUBJECT, index, `has ticket ${JSON.stringify(ticketId)}, which is not 64 lower case hex digits`)
  if (!isReason(reason)) throw lineError(SUBJECT, index, `has reason ${JSON.stringify(reason)}, which is not a token of 1 to 64 characters`)
  return { ticketId, reason }
}
