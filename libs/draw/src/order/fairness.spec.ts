import { describe, expect, it, jest } from '@jest/globals'
import { chiSquare, chiSquareTail, countTail, FALSE_ALARM_RATE, inclusionStatistic } from '../../test/chi-square.js'
import { buildEntries } from '../entries/build-entries.js'
import { toHex } from '../hash/hex.js'
import { u64be } from '../hash/integers.js'
import { taggedHash } from '../hash/tagged-hash.js'
import { leafHash } from '../merkle/tree-hash.js'
import { type RankedColumns, rankUnits } from './rank-units.js'
import { unitKey } from './unit-key.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(120_000)

/** Pinned seeds in streams of their own (protocol section 14). */
function testSeed(number: number, stream = ''): string {
  return toHex(taggedHash('TEST', new TextEncoder().encode(stream), u64be(number)))
}

function unitsOf(weights: readonly number[]): RankedColumns {
  const leaves = new Uint8Array(32 * weights.length)
  weights.forEach((_, index) => leaves.set(leafHash(new TextEncoder().encode(`unit${index}`)), 32 * index))
  return { count: weights.length, leaves, weights: Uint32Array.from(weights) }
}

function* orders(units: RankedColumns, draws: number, stream?: string): Generator<Uint32Array> {
  for (let seed = 0; seed < draws; seed += 1) yield rankUnits(units, testSeed(seed, stream)).unitAtPlace
}

/** How many of the draws every key was met in. */
function tally<Key>(keys: Iterable<Key>, all: readonly Key[]): number[] {
  const counts = new Map(all.map((key) => [key, 0]))
  for (const key of keys) counts.set(key, (counts.get(key) ?? Number.NaN) + 1)
  return all.map((key) => counts.get(key) ?? 0)
}

const numbersTo = (end: number) => Array.from({ length: end }, (_, index) => index)
const first = (order: Uint32Array) => order[0] ?? Number.NaN
const equalChances = (parts: number) => numbersTo(parts).map(() => 1 / parts)

/** Chances that follow from drawing one unit after the other with its share of the weight that is left. */
function chanceOfOrder(order: readonly number[], weights: readonly number[]): number {
  let left = weights.reduce((sum, weight) => sum + weight, 0)
  return order.reduce((chance, unit) => {
    const weight = weights[unit] ?? 0
    const share = weight / left
    left -= weight
    return chance * share
  }, 1)
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}

describe(`40 units with equal chances for 10 seats, in 20,000 draws (false alarm ${FALSE_ALARM_RATE} each)`, () => {
  const [units, seats, draws] = [40, 10, 20_000]
  const included = numbersTo(units).map(() => 0)
  const ranksOfOne = numbersTo(units).map(() => 0)
  let together = 0
  for (const order of orders(unitsOf(numbersTo(units).map(() => 1)), draws)) {
    const placed = order.subarray(0, seats)
    for (const unit of placed) included[unit] = (included[unit] ?? 0) + 1
    const rank = order.indexOf(7)
    ranksOfOne[rank] = (ranksOfOne[rank] ?? 0) + 1
    if (placed.includes(3) && placed.includes(31)) together += 1
  }

  it('T1: everybody gets a seat equally often', () => {
    expect(chiSquareTail(inclusionStatistic(included, { draws, seats, units }), units - 1)).toBeGreaterThan(FALSE_ALARM_RATE)
  })

  it('T2: each rank comes to one unit equally often', () => {
    expect(chiSquareTail(chiSquare(ranksOfOne, equalChances(units)), units - 1)).toBeGreaterThan(FALSE_ALARM_RATE)
  })

  it('T3: two given units get seats together as often as chance has it', () => {
    expect(countTail(together, draws, (seats * (seats - 1)) / (units * (units - 1)))).toBeGreaterThan(FALSE_ALARM_RATE)
  })

  it('T1 would notice one unit with a second chance', () => {
    const counts = numbersTo(units).map(() => 0)
    for (const order of orders(unitsOf(numbersTo(units).map((unit) => (unit === 11 ? 2 : 1))), 2000)) {
      for (const unit of order.subarray(0, seats)) counts[unit] = (counts[unit] ?? 0) + 1
    }
    expect(chiSquareTail(inclusionStatistic(counts, { draws: 2000, seats, units }), units - 1)).toBeLessThan(FALSE_ALARM_RATE)
  })
})

describe(`weights keep the chances that they promise, in 40,000 draws (false alarm ${FALSE_ALARM_RATE} each)`, () => {
  it('T4: for the first place they are shares of the sum', () => {
    const weights = [1, 1, 2, 5, 10, 17]
    const counts = tally(Array.from(orders(unitsOf(weights), 40_000, 'w'), first), numbersTo(6))
    const chances = weights.map((weight) => weight / 36)
    expect(chiSquareTail(chiSquare(counts, chances), 5)).toBeGreaterThan(FALSE_ALARM_RATE)
  })

  it('T5: for two seats and the weights 1, 2 and 3 they are 5/12, 11/15 and 17/20', () => {
    const counts = [0, 0, 0]
    for (const order of orders(unitsOf([1, 2, 3]), 40_000, 'w'))
      for (const unit of order.subarray(0, 2)) counts[unit] = (counts[unit] ?? 0) + 1
    const chances = [5 / 12, 11 / 15, 17 / 20]
    for (const [unit, count] of counts.entries()) expect(countTail(count, 40_000, chances[unit] ?? 0)).toBeGreaterThan(FALSE_ALARM_RATE / 3)
  })

  it('T6: all 24 orders of the weights 1 to 4 come as often as drawing one after the other has it', () => {
    const weights = [1, 2, 3, 4]
    const all = permutations(numbersTo(4))
    const counts = tally(
      Array.from(orders(unitsOf(weights), 40_000, 'p'), (order) => order.join()),
      all.map((order) => order.join()),
    )
    const chances = all.map((order) => chanceOfOrder(order, weights))
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
    expect(chiSquareTail(chiSquare(counts, chances), 23)).toBeGreaterThan(FALSE_ALARM_RATE)
  })

  it('dividing the number by the weight instead would not, and these tests notice', () => {
    const weights = [1, 2, 3, 4]
    const leaves = numbersTo(4).map((index) => toHex(leafHash(new TextEncoder().encode(`unit${index}`))))
    const winners = numbersTo(40_000).map((number) => {
      const seed = testSeed(number, 'w')
      const divided = leaves.map((leaf, unit) => Number.parseInt(unitKey(seed, leaf, 1).slice(0, 12), 16) / (weights[unit] ?? 1))
      return divided.indexOf(Math.min(...divided))
    })
    const statistic = chiSquare(
      tally(winners, numbersTo(4)),
      weights.map((weight) => weight / 10),
    )
    expect(chiSquareTail(statistic, 3)).toBeLessThan(FALSE_ALARM_RATE)
  })
})

describe(`nothing shows through the hash (false alarm ${FALSE_ALARM_RATE} each)`, () => {
  it('T7: the first byte of 100,000 keys takes each value equally often', () => {
    const leaf = toHex(leafHash(new TextEncoder().encode('unit0')))
    const bytes = numbersTo(100_000).map((number) => Number.parseInt(unitKey(testSeed(number, 'k'), leaf, 1).slice(0, 2), 16))
    expect(chiSquareTail(chiSquare(tally(bytes, numbersTo(256)), equalChances(256)), 255)).toBeGreaterThan(FALSE_ALARM_RATE)
  })

  it('T8: who wins at one seed says nothing about who wins at the next', () => {
    const winners = Array.from(orders(unitsOf(numbersTo(8).map(() => 1)), 40_000, 's'), first)
    // Pairs that do not overlap are independent, which the statistic needs.
    const pairs = numbersTo(20_000).map((pair) => 8 * (winners[2 * pair] ?? 0) + (winners[2 * pair + 1] ?? 0))
    expect(chiSquareTail(chiSquare(tally(pairs, numbersTo(64)), equalChances(64)), 63)).toBeGreaterThan(FALSE_ALARM_RATE)
  })

  it('T9: early and late places in the list get seats equally often', () => {
    const [units, seats, draws] = [100, 20, 5000]
    const list = buildEntries(
      numbersTo(units).map((number) => ({ members: [testSeed(number, 'ticket')], seats: 1, weight: 1, tags: [] })),
      { maxUnitSeats: 1, maxWeight: 1 },
    )
    const tenths = numbersTo(10).map(() => 0)
    for (const order of orders(list, draws, 'b')) {
      for (const unit of order.subarray(0, seats)) tenths[Math.floor(unit / 10)] = (tenths[Math.floor(unit / 10)] ?? 0) + 1
    }
    expect(chiSquareTail(inclusionStatistic(tenths, { draws, seats, units }), 9)).toBeGreaterThan(FALSE_ALARM_RATE)
  })
})
