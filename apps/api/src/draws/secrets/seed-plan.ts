import type { Beacon, SeedPlan } from '#draw'
import type { Randomness } from '#policy'

const daySeconds = 86_400

/**
 * Where the seed will come from, for the manifest (draw protocol section 5). Whoever has handed in no commitment contributes nothing.
 * When nobody has, the public beacon alone decides, whatever was planned: it needs no contributors and its guarantee is the strongest.
 *
 * @param roundTime when the beacon's round comes out, unix seconds.
 */
export function seedPlan({ mode, contributors, fallbackDays }: Randomness, beacon: Beacon, roundTime: number): SeedPlan {
  const bound = contributors.flatMap(({ id, commit }) => (commit === null ? [] : [{ id, commit }]))
  const beaconAlone: SeedPlan = { mode: 'beacon', beacon, contributors: [], fallbackAfter: null }
  if (bound.length === 0) return beaconAlone
  switch (mode) {
    case 'commit-reveal':
      return { mode, beacon: null, contributors: bound, fallbackAfter: null }
    case 'both':
      return { mode, beacon, contributors: bound, fallbackAfter: null }
    case 'beacon':
      return fallbackDays === null
        ? beaconAlone
        : { mode, beacon, contributors: bound, fallbackAfter: roundTime + fallbackDays * daySeconds }
  }
}
