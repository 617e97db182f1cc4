import { DIGEST_BYTES } from '../hash/digest-table.js'
import { writeNodeHash } from './tree-hash.js'

/** The level above: neighbours are hashed in pairs, an odd last node moves up unchanged (protocol section 1). */
export function levelAbove(level: Uint8Array): Uint8Array {
  const count = level.length / DIGEST_BYTES
  const above = new Uint8Array(Math.ceil(count / 2) * DIGEST_BYTES)
  for (let index = 0; index + 1 < count; index += 2) {
    writeNodeHash(nodeOf(level, index), nodeOf(level, index + 1), nodeOf(above, index / 2))
  }
  if (count % 2 === 1) above.set(nodeOf(level, count - 1), above.length - DIGEST_BYTES)
  return above
}

/** One node of a level, without copying it. */
export function nodeOf(level: Uint8Array, index: number): Uint8Array {
  return level.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
}
