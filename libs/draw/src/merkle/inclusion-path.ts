import { DrawFormError } from '../errors.js'
import { DIGEST_BYTES } from '../hash/digest-table.js'
import { levelAbove, nodeOf } from './tree-levels.js'

/**
 * The nodes that together with one leaf give the root, from the leaf upwards (RFC 6962 section 2.1.1).
 * @param leaves leaf hashes of 32 bytes, one after the other
 * @param index place of the leaf, from 0
 * @throws DrawFormError when there is no such leaf.
 */
export function inclusionPath(leaves: Uint8Array, index: number): Uint8Array[] {
  const count = leaves.length / DIGEST_BYTES
  if (!Number.isInteger(index) || index < 0 || index >= count) {
    throw new DrawFormError('inclusion path', [{ path: 'index', message: `is ${index}, the tree has ${count} leaves counted from 0` }])
  }
  const path: Uint8Array[] = []
  let place = index
  for (let level = leaves; level.length > DIGEST_BYTES; level = levelAbove(level)) {
    const sibling = place % 2 === 0 ? place + 1 : place - 1
    if (sibling * DIGEST_BYTES < level.length) path.push(nodeOf(level, sibling).slice())
    place = Math.floor(place / 2)
  }
  return path
}
