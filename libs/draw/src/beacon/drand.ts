import type { BeaconScheme } from '../manifest/manifest.js'

/** What a drand relay answers at `/{chainHash}/info`: seconds, unix seconds, lower case hex. */
export interface DrandChainInfo {
  readonly public_key: string
  readonly period: number
  readonly genesis_time: number
  readonly hash: string
  readonly groupHash: string
  readonly schemeID: BeaconScheme
  readonly metadata: { readonly beaconID: string }
}

/** What a drand relay answers at `/{chainHash}/public/{round}`; `previous_signature` only in chained schemes. */
export interface DrandRound {
  readonly round: number
  readonly randomness: string
  readonly signature: string
  readonly previous_signature?: string
}
