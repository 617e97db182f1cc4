import { describe, expect, test } from '@jest/globals'
import { imaginedOrder } from './imagined-order.js'
import { seededRandom } from './random.js'

/** Chi-square of the first places over many orders, against a chance of weight / sum each. */
function firstPlaces(weights: readonly number[], orders: number): number {
  const order = imaginedOrder(weights.length, seededRandom(3))
  const places = new Uint32Array(weights.length)
  const first = weights.map(() => 0)
  for (let run = 0; run < orders; run += 1) {
    order(Uint32Array.from(weights), places)
    first[places[0] ?? 0] = (first[places[0] ?? 0] ?? 0) + 1
  }
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.reduce((total, weight, unit) => total + ((first[unit] ?? 0) - (orders * weight) / sum) ** 2 / ((orders * weight) / sum), 0)
}

describe('an imagined order', () => {
  test('has everybody in it once', () => {
    const places = new Uint32Array(1000)
    imaginedOrder(1000, seededRandom(5))(new Uint32Array(1000).fill(3), places)
    expect(places.toSorted()).toEqual(Uint32Array.from({ length: 1000 }, (_, unit) => unit))
  })

  test('starts with a ticket as often as its lots say (chi-square, false alarm one in a million)', () => {
    expect(firstPlaces([1, 1, 2, 5, 10, 17], 40_000)).toBeLessThan(35.9)
    expect(firstPlaces([1, 1, 1, 1, 1, 1], 40_000)).toBeLessThan(35.9)
    expect(firstPlaces([100, 1, 1, 1, 1, 1], 40_000)).toBeLessThan(35.9)
  })

  test('repeats itself for the same seed only', () => {
    const drawn = (seed: number) => Array.from({ length: 5 }, seededRandom(seed))
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(2)).not.toEqual(drawn(1))
    expect(drawn(1 + 2 ** 32)).not.toEqual(drawn(1))
  })
})
