/** Bytes per digest in the columns of this library. */
export const DIGEST_BYTES = 32

/**
 * An index over `count` digests that lie one after the other in `digests`: open addressing, slots hold position + 1.
 * A Map of hex strings would do the same with ten times the memory for a million units.
 * @returns the table, or the position of the second of two equal digests.
 */
export function digestTable(digests: Uint8Array, count: number): { readonly table: Uint32Array; readonly duplicate: number | null } {
  const table = new Uint32Array(tableSize(count))
  for (let position = 0; position < count; position += 1) {
    const { slot, found } = probe(table, digests, digests, position * DIGEST_BYTES)
    if (found !== -1) return { table, duplicate: position }
    table[slot] = position + 1
  }
  return { table, duplicate: null }
}

/** Position of `digest` among the digests that the table was made from, or -1. */
export function findDigest(table: Uint32Array, digests: Uint8Array, digest: Uint8Array): number {
  return probe(table, digests, digest, 0).found
}

function tableSize(count: number): number {
  let size = 16
  while (size < 2 * count) size *= 2
  return size
}

/** The digests are hashes already, so their first bytes serve as hash values. */
function probe(table: Uint32Array, digests: Uint8Array, wanted: Uint8Array, offset: number): { slot: number; found: number } {
  const mask = table.length - 1
  let slot = new DataView(wanted.buffer, wanted.byteOffset + offset, 4).getUint32(0) & mask
  for (;;) {
    const entry = table[slot] ?? 0
    if (entry === 0) return { slot, found: -1 }
    if (sameDigest(digests, (entry - 1) * DIGEST_BYTES, wanted, offset)) return { slot, found: entry - 1 }
    slot = (slot + 1) & mask
  }
}

function sameDigest(a: Uint8Array, aOffset: number, b: Uint8Array, bOffset: number): boolean {
  for (let index = 0; index < DIGEST_BYTES; index += 1) if (a[aOffset + index] !== b[bOffset + index]) return false
  return true
}
