import { knownChain } from '../beacon/known-chains.js'
import type { DrawFields } from '../log/log-event.js'
import type { Manifest } from '../manifest/manifest.js'
import type { Guarantee } from './verify-step.js'

/**
 * What a number is worth whose other checks hold (protocol section 5).
 * @param draw null before the draw: then the plan of the manifest counts
 */
export function guaranteeOf({ seed }: Manifest, draw: Pick<DrawFields, 'mode'> | null): Guarantee {
  const mode = draw?.mode ?? seed.mode
  if (mode === 'commit-reveal') return seed.contributors.length === 1 ? 'one-secret' : 'several-secrets'
  return seed.beacon !== null && knownChain(seed.beacon.chainHash) !== null ? 'public-beacon' : 'unknown-beacon'
}
