import { ed25519 } from '@noble/curves/ed25519.js'
import { type BadgeClaim, codeParts, readBadgeCode, signedBytes } from './badge-code.js'

/**
 * Checks a scanned code. A claim that comes back was signed by this installation; whether the seat still stands is the database's to say.
 *
 * @param code the text of a QR code, any text at all.
 * @param publicKey from badgePublicKey(), 32 bytes.
 * @returns the claim, or null when this is no badge or its signature does not hold.
 */
export function verifyBadgeCode(code: string, publicKey: Uint8Array): BadgeClaim | null {
  const parts = codeParts(code)
  // Strict RFC 8032: of one signature exactly one encoding is accepted.
  if (parts === null || !ed25519.verify(parts.signature, signedBytes(parts.claim), publicKey, { zip215: false })) return null
  return readBadgeCode(code)
}
