import { sha256 } from '@noble/hashes/sha2.js'
import { DIGEST_BYTES } from '../hash/digest-table.js'
import { paddedTag } from '../hash/tagged-hash.js'

/** Writes the key of the leaf at `leafOffset` of `leaves` into `target` at `targetOffset`. */
export type KeyWriter = (leaves: Uint8Array, leafOffset: number, weight: number, target: Uint8Array, targetOffset: number) => void

/**
 * key(unit) = smallest of H(SCORE, seed, leaf, u32be(k)) for k = 0 .. weight-1 (protocol sections 1 and 6).
 * Tag and seed fill the first block of SHA-256, so its state is computed once and copied; nothing is allocated per hash.
 * @param seed 32 bytes
 */
export function keyWriter(seed: Uint8Array): KeyWriter {
  const firstBlock = sha256.create().update(paddedTag('SCORE')).update(seed)
  const working = sha256.create()
  const secondBlock = new Uint8Array(DIGEST_BYTES + 4)
  const counter = new DataView(secondBlock.buffer, DIGEST_BYTES, 4)
  const score = new Uint8Array(DIGEST_BYTES)

  return (leaves, leafOffset, weight, target, targetOffset) => {
    for (let index = 0; index < DIGEST_BYTES; index += 1) secondBlock[index] = leaves[leafOffset + index] ?? 0
    for (let copy = 0; copy < weight; copy += 1) {
      counter.setUint32(0, copy)
      firstBlock._cloneInto(working)
      working.update(secondBlock).digestInto(score)
      if (copy === 0 || compareDigests(score, 0, target, targetOffset) < 0) target.set(score, targetOffset)
    }
  }
}

/** Order of two 256-bit big-endian numbers, as a sort function wants it. */
export function compareDigests(a: Uint8Array, aOffset: number, b: Uint8Array, bOffset: number): number {
  for (let index = 0; index < DIGEST_BYTES; index += 1) {
    const difference = (a[aOffset + index] ?? 0) - (b[bOffset + index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
