/** Characters of a ticket id. */
export const TICKET_LENGTH = 64

const COMMA = 0x2c
const ZERO = 0x30
const NINE = 0x39
const MOST_DIGITS = 10

const IS_HEX = Uint8Array.from({ length: 256 }, (_, byte) => (/[0-9a-f]/.test(String.fromCharCode(byte)) ? 1 : 0))

/** Where ticket ids, in ascending order with commas between them, end; -1 when there is none or one is not what it should be. */
export function endOfTickets(file: Uint8Array, start: number): number {
  for (let ticket = start; ; ticket += TICKET_LENGTH + 1) {
    const end = ticket + TICKET_LENGTH
    let good = 1
    for (let index = ticket; index < end; index += 1) good &= IS_HEX[file[index] ?? 0] ?? 0
    if (good === 0) return -1
    if (ticket !== start && !standsBefore(file, ticket - TICKET_LENGTH - 1, ticket)) return -1
    if (file[end] !== COMMA) return end
  }
}

/** Where the last of a line's tickets starts. The line begins with one. */
export function lastTicketOf(file: Uint8Array, start: number): number {
  let ticket = start
  while (file[ticket + TICKET_LENGTH] === COMMA) ticket += TICKET_LENGTH + 1
  return ticket
}

/** Where a decimal number of at most ten digits without leading zero ends; -1 when there is none. */
export function endOfNumber(file: Uint8Array, start: number): number {
  const first = file[start] ?? 0
  if (first <= ZERO || first > NINE) return -1
  for (let end = start + 1; ; end += 1) {
    const byte = file[end] ?? 0
    if (byte < ZERO || byte > NINE) return end
    if (end - start === MOST_DIGITS) return -1
  }
}

export function numberBetween(file: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let index = start; index < end; index += 1) value = 10 * value + (file[index] ?? 0) - ZERO
  return value
}

/**
 * Whether the bytes from `first` on are less than those from `second` on. Of two tickets all characters are compared; of two lines
 * those up to `last`, which ends both.
 */
export function standsBefore(file: Uint8Array, first: number, second: number, last?: number): boolean {
  const most = last === undefined ? TICKET_LENGTH : Number.POSITIVE_INFINITY
  for (let index = 0; index < most; index += 1) {
    const a = file[first + index] ?? 0
    const b = file[second + index] ?? 0
    if (a !== b) return a < b
    if (a === last) return false
  }
  return false
}

/** The value of a lower case hexadecimal digit. */
export function hexDigit(code: number): number {
  return code < 0x3a ? code - 0x30 : code - 0x57
}
