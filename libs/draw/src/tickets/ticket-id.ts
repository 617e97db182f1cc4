import { sha256 } from '@noble/hashes/sha2.js'
import { DrawFormError } from '../errors.js'
import { toHex } from '../hash/hex.js'
import { taggedHash } from '../hash/tagged-hash.js'

/**
 * The pseudonym under which an application takes part (protocol sections 1 and 2).
 * @param event the event's name in the manifest
 * @param nonce 32 bytes: 16 made by the applicant, then 16 by the server
 * @param holder normalised contact exactly as shown to the applicant, e.g. `email:fan@example.org`
 * @returns ticket id, hex
 * @throws DrawFormError when the nonce is not 32 bytes.
 */
export function ticketId(event: string, nonce: Uint8Array, holder: string): string {
  if (nonce.length !== 32) throw new DrawFormError('ticket', [{ path: 'nonce', message: `has ${nonce.length} bytes, it needs 32` }])
  const utf8 = new TextEncoder()
  return toHex(taggedHash('TICKET', sha256(utf8.encode(event)), nonce, sha256(utf8.encode(holder))))
}
