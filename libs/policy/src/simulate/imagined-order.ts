import type { Random } from './random.js'

/** Writes an order of the units into `unitAtPlace`. */
export type Orderer = (weights: Uint32Array, unitAtPlace: Uint32Array) => void

/**
 * Orders units as a draw does: by the lowest of as many random numbers as each has lots (draw protocol section 6), which is one number u
 * bent to 1 - (1 - u)^(1 / lots). Number and unit share one double, because engines sort plain numbers fast.
 */
export function imaginedOrder(count: number, random: Random): Orderer {
  const keys = new Float64Array(count)
  const unitRange = 2 ** Math.ceil(Math.log2(count + 1))
  const keyRange = 2 ** 53 / unitRange
  return (weights, unitAtPlace) => {
    for (let unit = 0; unit < count; unit += 1) {
      const uniform = random()
      const weight = weights[unit] ?? 1
      const lowest = weight === 1 ? uniform : -Math.expm1(Math.log1p(-uniform) / weight)
      keys[unit] = Math.floor(lowest * keyRange) * unitRange + unit
    }
    keys.sort()
    for (let place = 0; place < count; place += 1) unitAtPlace[place] = (keys[place] ?? 0) % unitRange
  }
}
