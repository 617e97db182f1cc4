import { DIGEST_BYTES } from '../hash/digest-table.js'
import type { EntryList } from './entry-list.js'
import { hexDigit, TICKET_LENGTH } from './line-bytes.js'

const COMMA = 0x2c

/**
 * Every ticket of a list as bytes with the line it stands in, in the order of the file.
 * @param visit gets the same 32 bytes each time
 */
export function eachTicket(
  { file, lineStarts }: Pick<EntryList, 'file' | 'lineStarts'>,
  visit: (ticket: Uint8Array, line: number) => void,
): void {
  const ticket = new Uint8Array(DIGEST_BYTES)
  for (let line = 0; line + 1 < lineStarts.length; line += 1) {
    for (let start = lineStarts[line] ?? 0; ; start += TICKET_LENGTH + 1) {
      for (let byte = 0; byte < DIGEST_BYTES; byte += 1) {
        const at = start + 2 * byte
        ticket[byte] = (hexDigit(file[at] ?? 0) << 4) | hexDigit(file[at + 1] ?? 0)
      }
      visit(ticket, line)
      if (file[start + TICKET_LENGTH] !== COMMA) break
    }
  }
}
