import { DIGEST_BYTES } from '../hash/digest-table.js'
import { hasherFor } from '../hash/sha256/block-hasher.js'
import { INITIAL_AT } from '../hash/sha256/layout.js'
import { blocksOf, MessageBatch } from '../hash/sha256/message-batch.js'
import { asWords, DIGEST_WORDS } from '../hash/sha256/words.js'

const NODE_BYTES = 1 + 2 * DIGEST_BYTES

/** The level above: neighbours are hashed in pairs, an odd last node moves up unchanged (protocol section 1). */
export function levelAbove(level: Uint8Array): Uint8Array {
  const count = level.length / DIGEST_BYTES
  const above = new Uint8Array(Math.ceil(count / 2) * DIGEST_BYTES)
  const hasher = hasherFor(count / 2)
  const batch = new MessageBatch(hasher, blocksOf(NODE_BYTES), INITIAL_AT)
  const [from, to] = [asWords(level), asWords(hasher.memory)]
  for (let index = 0; index + 1 < count; index += 2) {
    copyPair(from, index * DIGEST_WORDS, to, batch.open() / 4)
    if (batch.close(index / 2, NODE_BYTES)) batch.digestInto(above)
  }
  batch.digestInto(above)
  if (count % 2 === 1) above.set(nodeOf(level, count - 1), above.length - DIGEST_BYTES)
  return above
}

/**
 * Writes 0x01, left, right. The first byte moves all others on by one, so every word ends with the last byte of the word before
 * (words lie little-endian in memory).
 */
function copyPair(from: Uint32Array, source: number, to: Uint32Array, target: number): void {
  let carried = 0x01
  for (let index = 0; index < 2 * DIGEST_WORDS; index += 1) {
    const word = from[source + index] ?? 0
    to[target + index] = (word << 8) | carried
    carried = word >>> 24
  }
  to[target + 2 * DIGEST_WORDS] = carried | PADDING_BEGINS
}

/** The bit that ends the message, in the second byte of its last word. */
const PADDING_BEGINS = 0x8000

/** One node of a level, without copying it. */
export function nodeOf(level: Uint8Array, index: number): Uint8Array {
  return level.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
}
