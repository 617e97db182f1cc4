/** Schemes of drand that the protocol knows (section 5). */
export type BeaconScheme = 'bls-unchained-g1-rfc9380' | 'pedersen-bls-chained'

/** Which round of which chain decides. Times are unix seconds, period is seconds, keys and hashes are lower case hex. */
export interface Beacon {
  readonly kind: 'drand'
  readonly chainHash: string
  readonly publicKey: string
  readonly scheme: BeaconScheme
  readonly period: number
  readonly genesis: number
  readonly round: number
}

export type SeedMode = 'beacon' | 'commit-reveal' | 'both'

/** Somebody who committed to a secret before the close; `commit` is what `secretCommitment` gives. */
export interface Contributor {
  readonly id: string
  readonly commit: string
}

/** Where the seed comes from, fixed before the randomness exists (section 5). */
export interface SeedPlan {
  readonly mode: SeedMode
  readonly beacon: Beacon | null
  readonly contributors: readonly Contributor[]
  /** Unix seconds from which a commit-reveal draw may stand in for a dead beacon; null when it never may. */
  readonly fallbackAfter: number | null
}

/** `first-fit` passes over a unit that does not fit, `hold` keeps the seats for it (section 8). */
export type FillRule = 'first-fit' | 'hold'

/** Some of the seats; `tag` null means that everybody may have them. */
export interface Pool {
  readonly id: string
  readonly seats: number
  readonly tag: string | null
}

/** Everything that is frozen at the close (section 4). Its canonical bytes are what the commitment seals. */
export interface Manifest {
  readonly v: 'tweetup-draw/1'
  readonly event: string
  readonly draw: number
  readonly prev: string | null
  readonly closesAt: number
  readonly rulesSha256: string
  readonly seats: number
  readonly maxUnitSeats: number
  readonly maxWeight: number
  readonly fill: FillRule
  readonly pools: readonly Pool[]
  readonly spillTo: string | null
  readonly entries: { readonly count: number; readonly members: number; readonly seats: number; readonly root: string }
  readonly excluded: { readonly count: number; readonly root: string }
  readonly seed: SeedPlan
}
