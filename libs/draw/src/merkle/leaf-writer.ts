import { DIGEST_BYTES } from '../hash/digest-table.js'
import type { BlockHasher } from '../hash/sha256/block-hasher.js'
import { INITIAL_AT, MOST_BLOCKS } from '../hash/sha256/layout.js'
import { blocksOf, MessageBatch } from '../hash/sha256/message-batch.js'
import { writeLeafHash } from './tree-hash.js'

/** Hashes lines of a file into the rows of `leaves`, many at a time; what `add` took in is there after `finish`. Rows ascend. */
export class LeafWriter {
  /** By number of blocks: lines of groups are longer than those of one person. */
  readonly #batches: (MessageBatch | undefined)[] = []

  constructor(
    readonly leaves: Uint8Array,
    readonly hasher: BlockHasher,
  ) {}

  /** The line without its LF is `file` from `start` to before `end`. */
  add(row: number, file: Uint8Array, start: number, end: number): void {
    const length = 1 + end - start
    const blocks = blocksOf(length)
    if (blocks > MOST_BLOCKS) {
      writeLeafHash(file.subarray(start, end), this.leaves.subarray(row * DIGEST_BYTES, (row + 1) * DIGEST_BYTES))
      return
    }
    const batch = (this.#batches[blocks] ??= new MessageBatch(this.hasher, blocks, INITIAL_AT))
    const { memory } = this.hasher
    const at = batch.open()
    memory[at] = 0x00
    // Byte by byte, which for so few is quicker than a view and its copy.
    for (let from = start, to = at + 1; from < end; from += 1, to += 1) memory[to] = file[from] ?? 0
    if (batch.close(row, length)) batch.digestInto(this.leaves)
  }

  finish(): void {
    for (const batch of this.#batches) batch?.digestInto(this.leaves)
  }
}
