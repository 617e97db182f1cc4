import { DIGEST_BYTES } from '../hash/digest-table.js'
import { type BlockHasher, hasherFor } from '../hash/sha256/block-hasher.js'
import { INITIAL_STATE } from '../hash/sha256/constants.js'
import { messagesAt, MOST_MESSAGES, PREPARED_AT } from '../hash/sha256/layout.js'
import { digestAt, MessageBatch } from '../hash/sha256/message-batch.js'
import { asWords, copyDigest, DIGEST_WORDS, writeWords } from '../hash/sha256/words.js'
import { paddedTag } from '../hash/tagged-hash.js'
import { compareDigests } from './compare-digests.js'

const COUNTER_BYTES = 4

export interface KeyColumns {
  readonly leaves: Uint8Array
  readonly weights: Uint32Array
  /** Where the keys go; begins on a word. */
  readonly keys: Uint8Array
}

/**
 * key(unit) = smallest of H(SCORE, seed, leaf, u32be(k)) for k = 0 .. weight-1 (protocol sections 1 and 6), of the units from `first` to
 * before `last`. Tag and seed fill the first block of SHA-256, which is taken in once; leaf and counter fit the second.
 * @param seed 32 bytes
 */
export function writeKeys({ leaves, weights, keys }: KeyColumns, seed: Uint8Array, first: number, last: number): void {
  const hasher = hasherFor(last - first)
  const takenIn = prepare(hasher, seed)
  const batch = new MessageBatch(hasher, 1, PREPARED_AT, takenIn)
  const counters = new Uint32Array(MOST_MESSAGES)
  const view = new DataView(hasher.memory.buffer)
  const [from, to, keyWords] = [asWords(leaves), asWords(hasher.memory), asWords(keys)]

  for (let unit = first; unit < last; unit += 1) {
    const weight = weights[unit] ?? 1
    for (let copy = 0; copy < weight; copy += 1) {
      const at = batch.open()
      copyDigest(from, unit * DIGEST_WORDS, to, at / 4)
      view.setUint32(at + DIGEST_BYTES, copy)
      counters[batch.size] = copy
      if (batch.close(unit, DIGEST_BYTES + COUNTER_BYTES)) keepLowest(batch, counters, keys, keyWords)
    }
  }
  keepLowest(batch, counters, keys, keyWords)
}

/** Takes tag and seed into the prepared state. Returns the number of bytes. */
function prepare(hasher: BlockHasher, seed: Uint8Array): number {
  const tag = paddedTag('SCORE')
  const block = messagesAt(1)
  writeWords(hasher, PREPARED_AT, INITIAL_STATE)
  hasher.memory.set(tag, block)
  hasher.memory.set(seed, block + tag.length)
  hasher.absorb(PREPARED_AT, block, 1)
  return tag.length + seed.length
}

function keepLowest(batch: MessageBatch, counters: Uint32Array, keys: Uint8Array, keyWords: Uint32Array): void {
  const { memory } = batch.hasher
  const memoryWords = asWords(memory)
  const size = batch.digest()
  for (let index = 0; index < size; index += 1) {
    const score = digestAt(index)
    const unit = batch.rows[index] ?? 0
    if (counters[index] !== 0 && compareDigests(memory, score, keys, unit * DIGEST_BYTES) >= 0) continue
    copyDigest(memoryWords, score / 4, keyWords, unit * DIGEST_WORDS)
  }
}
