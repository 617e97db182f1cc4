import { fromHex, isHex } from '../hash/hex.js'
import { type Receipt, receiptPayload } from './receipt.js'

/**
 * Whether the organiser with this public key signed this receipt (protocol section 2, RFC 8032).
 * @param signature 64 bytes in hex
 * @param publicKey 32 bytes in hex
 */
export async function verifyReceipt(receipt: Receipt, signature: string, publicKey: string): Promise<boolean> {
  if (!isHex(signature, 64) || !isHex(publicKey, 32)) return false
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  return ed25519.verify(fromHex(signature), receiptPayload(receipt), fromHex(publicKey), { zip215: false })
}
