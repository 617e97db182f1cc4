import { ed25519 } from '@noble/curves/ed25519.js'
import { type BadgeClaim, claimBytes, codeText, signedBytes } from './badge-code.js'

/**
 * The text of a badge's QR code, signed with Ed25519 (RFC 8032) so that a door can check it without asking anybody.
 *
 * @param claim whose seat at which event.
 * @param secretKey the installation's 32-byte seed for badges.
 * @returns 164 characters, all of them from the alphanumeric set of QR codes.
 * @throws RangeError for ids that are no UUIDs or an epoch outside 32 bits.
 */
export function signBadgeCode(claim: BadgeClaim, secretKey: Uint8Array): string {
  const bytes = claimBytes(claim)
  return codeText(bytes, ed25519.sign(signedBytes(bytes), secretKey))
}

/** The 32-byte public key for verifyBadgeCode() that belongs to a 32-byte seed. */
export function badgePublicKey(secretKey: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secretKey)
}
