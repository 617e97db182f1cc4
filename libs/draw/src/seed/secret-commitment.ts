import { sha256 } from '@noble/hashes/sha2.js'
import { DrawFormError } from '../errors.js'
import { toHex } from '../hash/hex.js'
import { taggedHash } from '../hash/tagged-hash.js'

/**
 * What a contributor publishes before the close to be held to a secret (protocol section 1).
 * @param event the event's name in the manifest
 * @param secret 32 random bytes
 * @returns commitment, hex
 * @throws DrawFormError when the secret is not 32 bytes.
 */
export function secretCommitment(event: string, secret: Uint8Array): string {
  if (secret.length !== 32) throw new DrawFormError('secret', [{ path: '', message: `has ${secret.length} bytes, it needs 32` }])
  return toHex(taggedHash('SCOMMIT', sha256(new TextEncoder().encode(event)), secret))
}
