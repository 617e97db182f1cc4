import { DIGEST_BYTES } from '../hash/digest-table.js'

/** Order of two 256-bit big-endian numbers, as a sort function wants it. */
export function compareDigests(a: Uint8Array, aOffset: number, b: Uint8Array, bOffset: number): number {
  for (let index = 0; index < DIGEST_BYTES; index += 1) {
    const difference = (a[aOffset + index] ?? 0) - (b[bOffset + index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
