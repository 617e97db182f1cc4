import type { Units } from './population.js'

/** Units that are alike in everything that the draw looks at. */
export interface Kind {
  readonly mask: number
  readonly weight: number
  readonly size: number
  units: number
  won: number
}

/** Counts over all imagined draws, by kind of unit. */
export interface Tally {
  readonly kinds: readonly Kind[]
  readonly add: (units: Units, held: Uint32Array) => void
}

export function tally(): Tally {
  const byKey = new Map<number, Kind>()
  const kinds: Kind[] = []
  return {
    kinds,
    add: ({ masks, weights, seats }, held) => {
      for (let unit = 0; unit < seats.length; unit += 1) {
        const kind = kindOf(byKey, kinds, masks[unit] ?? 0, weights[unit] ?? 1, seats[unit] ?? 1)
        kind.units += 1
        if ((held[unit] ?? 0) > 0) kind.won += 1
      }
    },
  }
}

/** At most 20 pools, 100 lots and 6 people make a key of 30 bits. */
function kindOf(byKey: Map<number, Kind>, kinds: Kind[], mask: number, weight: number, size: number): Kind {
  const key = (mask * 128 + weight) * 8 + size
  const known = byKey.get(key)
  if (known !== undefined) return known
  const kind = { mask, weight, size, units: 0, won: 0 }
  byKey.set(key, kind)
  kinds.push(kind)
  return kind
}

/** The 95 % interval of a share that was seen `won` times in `trials` (Wilson). */
export function interval(won: number, trials: number): readonly [low: number, high: number] {
  if (trials === 0) return [0, 0]
  const z = 1.96
  const share = won / trials
  const middle = share + z ** 2 / (2 * trials)
  const half = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))
  const scale = 1 + z ** 2 / trials
  return [won === 0 ? 0 : (middle - half) / scale, won === trials ? 1 : (middle + half) / scale]
}
