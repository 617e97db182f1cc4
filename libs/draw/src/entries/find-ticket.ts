import { isHex } from '../hash/hex.js'
import type { EntryList } from './entry-list.js'

const COMMA = 0x2c
const TICKET_LENGTH = 64

/** Index (from 0) of the unit that has this ticket as a member, or -1: the applicant's own check (protocol section 11). */
export function findTicket({ count, file, lineStarts }: EntryList, ticketId: string): number {
  if (!isHex(ticketId, 32)) return -1
  const wanted = new TextEncoder().encode(ticketId)
  for (let index = 0; index < count; index += 1) {
    let start = lineStarts[index] ?? 0
    for (;;) {
      if (standsAt(file, start, wanted)) return index
      if (file[start + TICKET_LENGTH] !== COMMA) break
      start += TICKET_LENGTH + 1
    }
  }
  return -1
}

function standsAt(file: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let offset = 0; offset < wanted.length; offset += 1) if (file[start + offset] !== wanted[offset]) return false
  return true
}
