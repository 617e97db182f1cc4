import { fromHex, isHex } from '../hash/hex.js'
import type { Beacon } from '../manifest/manifest.js'
import { roundMessage } from './round-message.js'

/** The published signature of a round, hex; `previousSignature` is null for unchained schemes. */
export interface RoundSignature {
  readonly signature: string
  readonly previousSignature: string | null
}

/**
 * Whether the chain in the manifest signed the round in the manifest (protocol section 5). Loads the curve on first use.
 * That the key is the public chain's own is another question: `knownChain`.
 */
export async function verifyRound(beacon: Beacon, { signature, previousSignature }: RoundSignature): Promise<boolean> {
  const chained = beacon.scheme === 'pedersen-bls-chained'
  if (!isHex(signature, chained ? 96 : 48) || chained !== (previousSignature !== null)) return false
  if (previousSignature !== null && !isHex(previousSignature, 96) && !isHex(previousSignature, 32)) return false
  const { verifySignature } = await import('./verify-signature.js')
  const message = roundMessage(beacon.scheme, beacon.round, previousSignature === null ? null : fromHex(previousSignature))
  return verifySignature(beacon.scheme, message, signature, beacon.publicKey)
}
