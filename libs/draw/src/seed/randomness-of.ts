import { sha256 } from '@noble/hashes/sha2.js'
import { fromHex, toHex } from '../hash/hex.js'

/** Randomness B of a round: SHA-256 of its signature; hex in, hex out (protocol section 1). */
export function randomnessOf(signature: string): string {
  return toHex(sha256(fromHex(signature)))
}
