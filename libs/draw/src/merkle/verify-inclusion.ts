import { nodeHash } from './tree-hash.js'

/**
 * Whether the path leads from the leaf to the root (RFC 9162 section 2.1.3.2).
 * A path fixes the leaf and its index, but not the size: index 0 of 3 and index 0 of 4 have paths of one shape. So `size`
 * has to come from where the root comes from, the manifest's entries.count.
 * @param leaf leaf hash, 32 bytes
 * @param index place of the leaf, from 0
 * @param size number of leaves
 */
export function verifyInclusion(leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false
  let node = leaf
  let used = 0
  for (let place = index, last = size - 1; last > 0; place = Math.floor(place / 2), last = Math.floor(last / 2)) {
    if (place === last && place % 2 === 0) continue
    const sibling = path[used]
    if (sibling === undefined || sibling.length !== node.length) return false
    node = place % 2 === 0 ? nodeHash(node, sibling) : nodeHash(sibling, node)
    used += 1
  }
  return used === path.length && sameBytes(node, root)
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
