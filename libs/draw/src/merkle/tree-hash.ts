import { sha256 } from '@noble/hashes/sha2.js'
import { DIGEST_BYTES } from '../hash/digest-table.js'

/** The two kinds of preimage start with a byte of their own, already taken in here (protocol section 1, RFC 6962). */
const leafStart = sha256.create().update(Uint8Array.of(0x00))
const nodeStart = sha256.create().update(Uint8Array.of(0x01))
/** One working copy for all hashes: a fresh one each would cost more than the hash. */
const working = sha256.create()

/** Leaf of the tree, which for the entries file is the unit id: SHA-256(0x00, line). */
export function leafHash(line: Uint8Array): Uint8Array {
  const leaf = new Uint8Array(DIGEST_BYTES)
  writeLeafHash(line, leaf)
  return leaf
}

/** The same, written into 32 bytes of a column. */
export function writeLeafHash(line: Uint8Array, target: Uint8Array): void {
  leafStart._cloneInto(working)
  working.update(line).digestInto(target)
}

/** Inner node: SHA-256(0x01, left, right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeStart._cloneInto(working)
  return working.update(left).update(right).digest()
}
