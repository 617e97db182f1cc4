import { sha256 } from '@noble/hashes/sha2.js'
import { fromHex, toHex } from '../hash/hex.js'
import { u32be, u64be } from '../hash/integers.js'
import type { DrandChainInfo } from './drand.js'

/** drand leaves this id out of the hash, as chains had no id when it began. */
const DEFAULT_BEACON_ID = 'default'

/**
 * The chain hash as drand computes it (its common/chain/info.go): SHA-256 of period (u32), genesis time (u64), public key,
 * group hash and the beacon's id. With it a client knows that key and rhythm are the chain's.
 * @returns hex
 */
export function chainHash({ period, genesis_time, public_key, groupHash, metadata }: Omit<DrandChainInfo, 'hash' | 'schemeID'>): string {
  const hash = sha256.create().update(u32be(period)).update(u64be(genesis_time)).update(fromHex(public_key)).update(fromHex(groupHash))
  const { beaconID } = metadata
  if (beaconID !== '' && beaconID !== DEFAULT_BEACON_ID) hash.update(new TextEncoder().encode(beaconID))
  return toHex(hash.digest())
}
