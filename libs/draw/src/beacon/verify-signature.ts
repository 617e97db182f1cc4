import { bls12_381 } from '@noble/curves/bls12-381.js'
import { fromHex } from '../hash/hex.js'
import type { BeaconScheme } from '../manifest/manifest.js'

/**
 * The BLS check (drand, RFC 9380 hash to curve). The only file that verifies with the pairing curve, which is large: `verifyRound`
 * loads it when it is needed.
 * @param message what the chain signs for the round
 * @param signature hex: a point of G1 for the unchained scheme, of G2 for the chained one
 * @param publicKey hex: a point of the other group
 */
export function verifySignature(scheme: BeaconScheme, message: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    const { shortSignatures, longSignatures } = bls12_381
    return scheme === 'bls-unchained-g1-rfc9380'
      ? shortSignatures.verify(fromHex(signature), shortSignatures.hash(message), fromHex(publicKey))
      : longSignatures.verify(fromHex(signature), longSignatures.hash(message), fromHex(publicKey))
  } catch {
    // The curve library throws for bytes that are no point of the group: then it is nobody's signature.
    return false
  }
}
