import type { DrandChainInfo, DrandRound } from './drand.js'

/** What a trial chain is made of; the same settings always make the same chain. */
export interface TrialChainSettings {
  /** 32 bytes that only the installation knows: whoever has them knows every round in advance. */
  readonly secret: Uint8Array
  /** Seconds between rounds. */
  readonly period: number
  /** Unix seconds of round 1. */
  readonly genesis: number
  /** Name of the chain, not `default`. */
  readonly beaconId: string
}

/** A small chain that speaks drand's protocol; never public randomness, and pages say so. */
export interface TrialChain {
  /** Body of `/info`. */
  readonly info: DrandChainInfo
  /** Body of `/public/{round}`. Whether the round is due already is for the caller, who has the clock. */
  signRound(round: number): DrandRound
}

/**
 * A beacon for trial installations, rehearsals and tests, in drand's scheme bls-unchained-g1-rfc9380. Loads the curve on first use.
 * @throws DrawFormError when a setting is out of range.
 */
export async function createTrialChain(settings: TrialChainSettings): Promise<TrialChain> {
  const { makeTrialChain } = await import('./make-trial-chain.js')
  return makeTrialChain(settings)
}
