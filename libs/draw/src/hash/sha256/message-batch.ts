import { DIGEST_BYTES } from '../digest-table.js'
import type { BlockHasher } from './block-hasher.js'
import { BLOCK_BYTES } from './constants.js'
import { DIGESTS_AT, messagesAt, MOST_MESSAGES } from './layout.js'

/** The bit that ends a message, and the eight bytes of its length. */
const PADDING_BYTES = 9
/** No message is as long. */
const NOTHING_YET = 0xffff_ffff

/** How many blocks a message of so many bytes fills. */
export function blocksOf(bytes: number): number {
  return Math.ceil((bytes + PADDING_BYTES) / BLOCK_BYTES)
}

/**
 * Messages of one number of blocks, gathered in the memory of a hasher until they are hashed together. Each belongs to a row of some column; rows ascend.
 * Write a message at `open()`, then `close` it; when the batch is full, `digest` it and take the digests.
 */
export class MessageBatch {
  readonly rows = new Uint32Array(MOST_MESSAGES)
  size = 0
  readonly #lengths = new Uint32Array(MOST_MESSAGES).fill(NOTHING_YET)
  readonly #at: number

  /** @param state where the state lies that the messages start from, after so many bytes that it has taken in already */
  constructor(
    readonly hasher: BlockHasher,
    readonly blocks: number,
    readonly state: number,
    readonly takenIn = 0,
  ) {
    this.#at = messagesAt(blocks)
  }

  /** Where in the memory the next message is to be written. */
  open(): number {
    return this.#at + this.size * this.blocks * BLOCK_BYTES
  }

  /** The message of so many bytes is there. Returns whether the batch is full. */
  close(row: number, length: number): boolean {
    // What an earlier message of this length left behind is its padding.
    if (this.#lengths[this.size] !== length) this.#pad(length)
    this.rows[this.size] = row
    this.size += 1
    return this.size === MOST_MESSAGES
  }

  /** Hashes what was gathered; the digest of the message at `index` lies at `digestAt(index)`. Returns their number, and the batch is empty. */
  digest(): number {
    const { size } = this
    if (size > 0) this.hasher.digestFours(this.state, this.#at, this.blocks, Math.ceil(size / 4), DIGESTS_AT)
    this.size = 0
    return size
  }

  /** Hashes what was gathered and writes the digests into the rows of a column. */
  digestInto(column: Uint8Array): void {
    const { rows, hasher } = this
    const size = this.digest()
    if (size === 0) return
    const first = rows[0] ?? 0
    if ((rows[size - 1] ?? 0) - first === size - 1) {
      column.set(hasher.memory.subarray(DIGESTS_AT, DIGESTS_AT + size * DIGEST_BYTES), first * DIGEST_BYTES)
      return
    }
    for (let index = 0; index < size; index += 1)
      column.set(hasher.memory.subarray(digestAt(index), digestAt(index + 1)), (rows[index] ?? 0) * DIGEST_BYTES)
  }

  #pad(length: number): void {
    const { memory } = this.hasher
    const start = this.open()
    const end = start + this.blocks * BLOCK_BYTES
    memory.fill(0, start + length, end)
    memory[start + length] = 0x80
    new DataView(memory.buffer).setUint32(end - 4, 8 * (this.takenIn + length))
    this.#lengths[this.size] = length
  }
}

export function digestAt(index: number): number {
  return DIGESTS_AT + index * DIGEST_BYTES
}
