import { DIGEST_BYTES, digestTable } from '../hash/digest-table.js'
import { toHex } from '../hash/hex.js'
import { eachTicket } from './each-ticket.js'
import type { EntryList } from './entry-list.js'

/**
 * The first ticket that stands in two units, and the second line it stands in; null when there is none. Lists without groups need
 * not be searched: as their lines ascend, so do their tickets.
 * @param members how many tickets there are
 * @param seed see `digestTable`
 */
export function repeatedTicket(
  columns: Pick<EntryList, 'file' | 'lineStarts'>,
  members: number,
  seed: Uint8Array,
): { readonly ticket: string; readonly line: number } | null {
  const tickets = new Uint8Array(members * DIGEST_BYTES)
  const lines = new Uint32Array(members)
  let size = 0
  eachTicket(columns, (ticket, line) => {
    tickets.set(ticket, size * DIGEST_BYTES)
    lines[size] = line
    size += 1
  })
  const { duplicate } = digestTable(tickets, size, seed)
  if (duplicate === null) return null
  const start = duplicate * DIGEST_BYTES
  return { ticket: toHex(tickets.subarray(start, start + DIGEST_BYTES)), line: lines[duplicate] ?? 0 }
}
