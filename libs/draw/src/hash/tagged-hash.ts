import { sha256 } from '@noble/hashes/sha2.js'

/** What a hash is for; two purposes never share a preimage (protocol section 1). */
export type HashTag = 'TICKET' | 'COMMIT' | 'SCOMMIT' | 'SECRET' | 'SEED' | 'SCORE' | 'ORDER' | 'EVENT' | 'TEST' | 'TRIAL'

const TAG_BYTES = 32

/** `TWEETUP-V1-…` in ASCII, padded with zero bytes to 32 (protocol section 1). */
export function paddedTag(tag: HashTag): Uint8Array {
  const padded = new Uint8Array(TAG_BYTES)
  padded.set(new TextEncoder().encode(`TWEETUP-V1-${tag}`))
  return padded
}

/** H(TAG, a, b, ...) of protocol section 1: SHA-256 of the padded tag and the parts, unseparated. */
export function taggedHash(tag: HashTag, ...parts: readonly Uint8Array[]): Uint8Array {
  const hash = sha256.create().update(paddedTag(tag))
  for (const part of parts) hash.update(part)
  return hash.digest()
}
