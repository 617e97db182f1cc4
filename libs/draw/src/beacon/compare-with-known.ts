import { DrawRuleError } from '../errors.js'
import type { Beacon } from '../manifest/manifest.js'
import { type KnownChain, knownChain } from './known-chains.js'

/**
 * Compares key, scheme, period and genesis of a manifest with the well-known ones of its chain hash (protocol section 5).
 * @returns the public chain, or null when the chain hash is not a well-known one
 * @throws DrawRuleError when the manifest borrows a public chain hash for another key or rhythm.
 */
export function compareWithKnown(beacon: Beacon): KnownChain | null {
  const known = knownChain(beacon.chainHash)
  if (known === null) return null
  for (const field of ['publicKey', 'scheme', 'period', 'genesis'] as const) {
    if (beacon[field] !== known[field]) {
      throw new DrawRuleError(`seed.beacon.${field}`, `is ${beacon[field]}, the public chain ${known.name} has ${known[field]}`)
    }
  }
  return known
}
