const DIGIT_BITS = 11
const DIGIT_VALUES = 1 << DIGIT_BITS
/** The last digit has one bit less: 11 + 11 + 10 are 32 bits. */
const SHIFTS = [0, DIGIT_BITS, 2 * DIGIT_BITS]

/** Rows, and beside each its head. */
interface Heads {
  readonly heads: Uint32Array
  readonly rows: Uint32Array
}

/**
 * The rows 0, 1, 2, ... in the order of their heads, which are the first 32 bits of what they are to be sorted by. The heads are sorted digit
 * by digit, which compares nothing; rows that begin alike, about a hundred among a million random ones, are then compared as a whole.
 */
export function sortByHead(heads: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
  let sorted: Heads = { heads, rows: new Uint32Array(heads.length) }
  for (let row = 0; row < heads.length; row += 1) sorted.rows[row] = row
  let spare: Heads = { heads: new Uint32Array(heads.length), rows: new Uint32Array(heads.length) }
  for (const shift of SHIFTS) {
    sortByDigit(sorted, spare, shift)
    ;[sorted, spare] = [spare, sorted]
  }
  settleTies(sorted, compare)
  return sorted.rows
}

/** Rows with equal digits stay in the order they have. */
function sortByDigit({ heads, rows }: Heads, sorted: Heads, shift: number): void {
  const next = firstPlaces(heads, shift)
  for (let index = 0; index < rows.length; index += 1) {
    const head = heads[index] ?? 0
    const digit = (head >>> shift) % DIGIT_VALUES
    const place = next[digit] ?? 0
    sorted.heads[place] = head
    sorted.rows[place] = rows[index] ?? 0
    next[digit] = place + 1
  }
}

/** Where the heads with each digit begin. */
function firstPlaces(heads: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(DIGIT_VALUES)
  for (let index = 0; index < heads.length; index += 1) {
    const digit = ((heads[index] ?? 0) >>> shift) % DIGIT_VALUES
    places[digit] = (places[digit] ?? 0) + 1
  }
  for (let digit = 0, start = 0; digit < DIGIT_VALUES; digit += 1) {
    const size = places[digit] ?? 0
    places[digit] = start
    start += size
  }
  return places
}

function settleTies({ heads, rows }: Heads, compare: (a: number, b: number) => number): void {
  for (let start = 0, end = 1; start < rows.length; start = end, end += 1) {
    while (end < rows.length && heads[end] === heads[start]) end += 1
    if (end - start > 1) rows.subarray(start, end).sort(compare)
  }
}
