import { DrawRuleError } from '../errors.js'
import type { Beacon } from '../manifest/manifest.js'
import { KNOWN_CHAINS, type KnownChain } from './known-chains.js'

/**
 * Compares hash, key, scheme, period and genesis of a manifest with those of the public chain that has its hash or its key
 * (protocol section 5). A public key with another genesis would make rounds that everybody knows come out in the future.
 * @returns the public chain, or null when neither hash nor key is a well-known one
 * @throws DrawRuleError when the manifest borrows a public chain's hash or key and differs in the rest.
 */
export function compareWithKnown(beacon: Beacon): KnownChain | null {
  const known = KNOWN_CHAINS.find(({ chainHash, publicKey }) => chainHash === beacon.chainHash || publicKey === beacon.publicKey)
  if (known === undefined) return null
  for (const field of ['chainHash', 'publicKey', 'scheme', 'period', 'genesis'] as const) {
    if (beacon[field] !== known[field]) {
      throw new DrawRuleError(`seed.beacon.${field}`, `is ${beacon[field]}, the public chain ${known.name} has ${known[field]}`)
    }
  }
  return known
}
