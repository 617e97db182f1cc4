import { sha256 } from '@noble/hashes/sha2.js'
import { u32be } from './integers.js'

/** Bytes per digest in the columns of this library. */
export const DIGEST_BYTES = 32

const BYTE_VALUES = 256
/** A walk through fewer is over before the words are made. */
const WORTH_WORDS = 4096

/** An index over digests that lie one after the other: open addressing, slots hold position + 1. */
export interface DigestTable {
  readonly slots: Uint32Array
  /** A random word for every value of every byte of a digest, see `wordsFrom`; null in a small table. */
  readonly words: Uint32Array | null
}

/**
 * An index over `count` digests that lie one after the other in `digests`.
 * A Map of hex strings would do the same with ten times the memory for a million units.
 * @param seed something that whoever chose the digests could not choose freely as well, such as the root over all of them
 * @returns the table, or the position of the second of two equal digests.
 */
export function digestTable(
  digests: Uint8Array,
  count: number,
  seed: Uint8Array,
): { readonly table: DigestTable; readonly duplicate: number | null } {
  const table = { slots: new Uint32Array(tableSize(count)), words: count < WORTH_WORDS ? null : wordsFrom(seed) }
  for (let position = 0; position < count; position += 1) {
    const { slot, found } = probe(table, digests, digests, position * DIGEST_BYTES)
    if (found !== -1) return { table, duplicate: position }
    table.slots[slot] = position + 1
  }
  return { table, duplicate: null }
}

/** Position of `digest` among the digests that the table was made from, or -1. */
export function findDigest(table: DigestTable, digests: Uint8Array, digest: Uint8Array): number {
  return probe(table, digests, digest, 0).found
}

function tableSize(count: number): number {
  let size = 16
  while (size < 2 * count) size *= 2
  return size
}

/**
 * Tabulation hashing: whoever makes a list chooses its ticket ids, so their own bytes must not say where they go; a list
 * made for it would fill one stretch of the table, and a million probes would walk through all of it.
 */
function wordsFrom(seed: Uint8Array): Uint32Array {
  const words = new Uint32Array(DIGEST_BYTES * BYTE_VALUES)
  const start = sha256.create().update(seed)
  for (let offset = 0; offset < words.length; offset += 8) {
    const view = new DataView(start.clone().update(u32be(offset)).digest().buffer)
    for (let word = 0; word < 8; word += 1) words[offset + word] = view.getUint32(4 * word)
  }
  return words
}

function probe({ slots, words }: DigestTable, digests: Uint8Array, wanted: Uint8Array, offset: number): { slot: number; found: number } {
  const mask = slots.length - 1
  for (let slot = hashOf(words, wanted, offset) & mask; ; slot = (slot + 1) & mask) {
    const entry = slots[slot] ?? 0
    if (entry === 0) return { slot, found: -1 }
    if (sameDigest(digests, (entry - 1) * DIGEST_BYTES, wanted, offset)) return { slot, found: entry - 1 }
  }
}

function hashOf(words: Uint32Array | null, digest: Uint8Array, offset: number): number {
  if (words === null) return new DataView(digest.buffer, digest.byteOffset + offset, 4).getUint32(0)
  let hash = 0
  for (let index = 0; index < DIGEST_BYTES; index += 1) hash ^= words[index * BYTE_VALUES + (digest[offset + index] ?? 0)] ?? 0
  return hash
}

function sameDigest(a: Uint8Array, aOffset: number, b: Uint8Array, bOffset: number): boolean {
  for (let index = 0; index < DIGEST_BYTES; index += 1) if (a[aOffset + index] !== b[bOffset + index]) return false
  return true
}
