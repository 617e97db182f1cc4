import { toHex } from '../hash/hex.js'
import { type Receipt, receiptPayload } from './receipt.js'

/**
 * Signs a receipt with Ed25519 (protocol section 2, RFC 8032). Loads the curve on first use.
 * @param secretKey the organiser's 32-byte seed
 * @returns signature, 64 bytes in hex
 */
export async function signReceipt(receipt: Receipt, secretKey: Uint8Array): Promise<string> {
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  return toHex(ed25519.sign(receiptPayload(receipt), secretKey))
}

/** The public key, hex, that belongs to an organiser's 32-byte seed. */
export async function receiptPublicKey(secretKey: Uint8Array): Promise<string> {
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  return toHex(ed25519.getPublicKey(secretKey))
}
