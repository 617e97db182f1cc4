import { DIGEST_BYTES } from '../hash/digest-table.js'
import { type BlockHasher, hasherFor } from '../hash/sha256/block-hasher.js'
import { BLOCK_BYTES, INITIAL_STATE } from '../hash/sha256/constants.js'
import { messagesAt, MOST_MESSAGES, PREPARED_AT } from '../hash/sha256/layout.js'
import { asWords, copyDigest, DIGEST_WORDS, readDigest, writeWords } from '../hash/sha256/words.js'
import { paddedTag } from '../hash/tagged-hash.js'

const FROM = messagesAt(1)
const ROOM = MOST_MESSAGES * BLOCK_BYTES
const LEAST_PADDING = 9

/** H(ORDER, leaf_1, leaf_2, ...) in draw order (protocol section 1), without ever laying the leaves out in that order. */
export function orderHash(leaves: Uint8Array, unitAtPlace: Uint32Array): Uint8Array {
  const hasher = hasherFor(unitAtPlace.length)
  const { memory } = hasher
  const tag = paddedTag('ORDER')
  writeWords(hasher, PREPARED_AT, INITIAL_STATE)
  memory.set(tag, FROM)
  const [from, to] = [asWords(leaves), asWords(memory.subarray(FROM, FROM + ROOM))]
  let filled = tag.length / 4
  for (let place = 0; place < unitAtPlace.length; place += 1) {
    copyDigest(from, (unitAtPlace[place] ?? 0) * DIGEST_WORDS, to, filled)
    filled += DIGEST_WORDS
    if (filled < to.length) continue
    hasher.absorb(PREPARED_AT, FROM, MOST_MESSAGES)
    filled = 0
  }
  absorbLast(hasher, 4 * filled, tag.length + unitAtPlace.length * DIGEST_BYTES)
  return readDigest(hasher, PREPARED_AT)
}

/** The last bytes, the bit that ends them, and the length of everything in bits (FIPS 180-4 section 5.1.1). */
function absorbLast(hasher: BlockHasher, filled: number, total: number): void {
  const blocks = Math.ceil((filled + LEAST_PADDING) / BLOCK_BYTES)
  const end = FROM + blocks * BLOCK_BYTES
  hasher.memory.fill(0, FROM + filled, end)
  hasher.memory[FROM + filled] = 0x80
  new DataView(hasher.memory.buffer).setBigUint64(end - 8, 8n * BigInt(total))
  hasher.absorb(PREPARED_AT, FROM, blocks)
}
