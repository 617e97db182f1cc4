import { sha256 } from '@noble/hashes/sha2.js'
import { DIGEST_BYTES } from '../hash/digest-table.js'
import { levelAbove } from './tree-levels.js'

/**
 * Root of the tree over leaves (protocol section 1; equals RFC 6962 section 2.1).
 * @param leaves leaf hashes of 32 bytes, one after the other
 * @returns 32 bytes; SHA-256 of nothing for no leaves
 */
export function merkleRoot(leaves: Uint8Array): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0))
  let level = leaves
  while (level.length > DIGEST_BYTES) level = levelAbove(level)
  return level.slice()
}
