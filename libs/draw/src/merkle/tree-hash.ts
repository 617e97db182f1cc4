import { sha256 } from '@noble/hashes/sha2.js'

const LEAF_PREFIX = Uint8Array.of(0x00)
const NODE_PREFIX = Uint8Array.of(0x01)

/** Leaf of the tree, which for the entries file is the unit id: SHA-256(0x00, line) (protocol section 1, RFC 6962). */
export function leafHash(line: Uint8Array): Uint8Array {
  return sha256.create().update(LEAF_PREFIX).update(line).digest()
}

/** Inner node: SHA-256(0x01, left, right) (protocol section 1, RFC 6962). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(NODE_PREFIX).update(left).update(right).digest()
}
