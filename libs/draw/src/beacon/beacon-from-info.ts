import { DrawFormError } from '../errors.js'
import type { Beacon } from '../manifest/manifest.js'
import { chainHash } from './chain-hash.js'
import type { DrandChainInfo } from './drand.js'

/**
 * The manifest's `seed.beacon` for one round of a chain, from what its relay says about itself.
 * @throws DrawFormError when the relay's hash does not follow from its other answers.
 */
export function beaconFromInfo(info: DrandChainInfo, round: number): Beacon {
  const computed = chainHash(info)
  if (computed !== info.hash)
    throw new DrawFormError('chain info', [{ path: 'hash', message: `is ${info.hash}, key and rhythm give ${computed}` }])
  return {
    kind: 'drand',
    chainHash: info.hash,
    publicKey: info.public_key,
    scheme: info.schemeID,
    period: info.period,
    genesis: info.genesis_time,
    round,
  }
}
