import type { BlockHasher } from './block-hasher.js'

/** Writes words to where a hasher finds them: a state, or the constants. */
export function writeWords({ memory }: Pick<BlockHasher, 'memory'>, at: number, words: Uint32Array): void {
  const view = new DataView(memory.buffer)
  words.forEach((word, index) => view.setUint32(at + 4 * index, word, true))
}

/** The digest that a state is once the padding is in, big-endian. */
export function readDigest({ memory }: Pick<BlockHasher, 'memory'>, at: number): Uint8Array {
  const digest = memory.slice(at, at + 32)
  const view = new DataView(digest.buffer)
  for (let offset = 0; offset < digest.length; offset += 4) view.setUint32(offset, view.getUint32(offset), true)
  return digest
}

/** Bytes as words as they lie in memory, for copying four at a time; copied first where they do not begin on a word. */
export function asWords(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}

/** Words of a digest. */
export const DIGEST_WORDS = 8

/** Copies a digest from word to word; written out because a loop would take twice as long. */
export function copyDigest(from: Uint32Array, source: number, to: Uint32Array, target: number): void {
  to[target] = from[source] ?? 0
  to[target + 1] = from[source + 1] ?? 0
  to[target + 2] = from[source + 2] ?? 0
  to[target + 3] = from[source + 3] ?? 0
  to[target + 4] = from[source + 4] ?? 0
  to[target + 5] = from[source + 5] ?? 0
  to[target + 6] = from[source + 6] ?? 0
  to[target + 7] = from[source + 7] ?? 0
}
