import { sha256 } from '@noble/hashes/sha2.js'
import { u64be } from '../hash/integers.js'
import type { BeaconScheme } from '../manifest/manifest.js'

/** What a chain signs for a round (protocol section 5). */
export function roundMessage(scheme: BeaconScheme, round: number, previousSignature: Uint8Array | null): Uint8Array {
  const hash = sha256.create()
  if (scheme === 'pedersen-bls-chained') hash.update(previousSignature ?? new Uint8Array(0))
  return hash.update(u64be(round)).digest()
}
