import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it, jest } from '@jest/globals'
import { leafHash } from '../merkle/tree-hash.js'
import { sha256 } from '../../test/read-plainly.js'
import { u32be, u64be } from '../hash/integers.js'
import { toHex } from '../hash/hex.js'
import { taggedHash } from '../hash/tagged-hash.js'
import { groupWeight, lossWeight } from './loss-weight.js'
import { rankUnits } from './rank-units.js'
import { sortByHead } from './sort-by-head.js'
import { unitKey } from './unit-key.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(60_000)

function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../../test/vectors/draw/${name}.json`, import.meta.url), 'utf8'))
}

describe('the key of a unit', () => {
  const { scores } = readVectors<{ scores: { seed: string; leaf: string; weight: number; key: string }[] }>('ticket')

  it.each(scores)('is the one of the vector for weight $weight', ({ seed, leaf, weight, key }) => {
    expect(unitKey(seed, leaf, weight)).toBe(key)
  })

  it('is refused for what is no seed, no unit or no weight', () => {
    const hex = 'a'.repeat(64)
    expect(() => unitKey('a', hex, 1)).toThrow('seed must be')
    expect(() => unitKey(hex, 'A'.repeat(64), 1)).toThrow('unitId must be')
    expect(() => unitKey(hex, hex, 0)).toThrow('weight is 0')
  })
})

describe('the order', () => {
  it.each([1, 5, 4095, 9000])('of %i units is the one that the formulas give when they are written out', (count) => {
    const seed = sha256(Buffer.from(`seed ${count}`))
    const leaves = Buffer.concat(Array.from({ length: count }, (_, unit) => sha256(Buffer.from(String(unit)))))
    const weights = Uint32Array.from({ length: count }, (_, unit) => [1, 2, 5, 10, 17, 26][unit % 6] ?? 1)
    const tag = (name: string) => Buffer.from(`TWEETUP-V1-${name}`.padEnd(32, '\0'))
    const leafOf = (unit: number) => leaves.subarray(32 * unit, 32 * unit + 32)
    const keys = Array.from(weights, (weight, unit) =>
      Array.from({ length: weight }, (_, copy) => sha256(tag('SCORE'), seed, leafOf(unit), Buffer.from(u32be(copy)))).reduce((a, b) =>
        Buffer.compare(a, b) < 0 ? a : b,
      ),
    )
    const ranked = Array.from(keys.keys()).toSorted((a, b) => Buffer.compare(keys[a]!, keys[b]!))

    const order = rankUnits({ count, leaves: new Uint8Array(leaves), weights }, seed.toString('hex'))
    expect(Buffer.from(order.keys).equals(Buffer.concat(keys))).toBe(true)
    expect(Array.from(order.unitAtPlace)).toEqual(ranked)
    expect(ranked.every((unit, place) => order.placeOfUnit[unit] === place)).toBe(true)
    expect(order.hash).toBe(sha256(tag('ORDER'), ...ranked.map(leafOf)).toString('hex'))
  })
})

describe('rows sorted by their heads', () => {
  it('are in the order of the heads, and where these are equal in that of the comparison', () => {
    const heads = Uint32Array.from({ length: 5000 }, (_, row) => (row % 3 === 0 ? 0xffff_ffff : Math.imul(row % 1000, 0x9e37_79b1)))
    const expected = Array.from(heads.keys()).toSorted((a, b) => heads[a]! - heads[b]! || b - a)
    expect(Array.from(sortByHead(heads, (a, b) => b - a))).toEqual(expected)
  })
})

describe('the order over 10,000 seeds', () => {
  interface Case {
    readonly weights: number[]
    readonly seats: number
    readonly seeds: number
    readonly exactInclusion: string[]
    readonly firstPlaceCounts: number[]
    readonly inclusionCounts: number[]
  }
  const { cases } = readVectors<{ cases: Case[] }>('distribution')

  it.each(cases)(
    'counts exactly as the vector does for weights $weights',
    ({ weights, seats, seeds, exactInclusion, firstPlaceCounts, inclusionCounts }) => {
      const leaves = new Uint8Array(32 * weights.length)
      weights.forEach((_, index) => leaves.set(leafHash(new TextEncoder().encode(`unit${index}`)), 32 * index))
      const columns = { count: weights.length, leaves, weights: Uint32Array.from(weights) }
      const first = weights.map(() => 0)
      const included = weights.map(() => 0)
      for (let seed = 0; seed < seeds; seed += 1) {
        const { unitAtPlace } = rankUnits(columns, toHex(taggedHash('TEST', u64be(seed))))
        unitAtPlace.slice(0, seats).forEach((unit, place) => {
          if (place === 0) first[unit] = (first[unit] ?? 0) + 1
          included[unit] = (included[unit] ?? 0) + 1
        })
      }
      expect(first).toEqual(firstPlaceCounts)
      expect(included).toEqual(inclusionCounts)
      exactInclusion.forEach((fraction, unit) => {
        const [numerator = 0, denominator = 1] = fraction.split('/').map(Number)
        const chance = numerator / denominator
        const deviation = Math.sqrt(chance * (1 - chance) * seeds)
        expect(Math.abs((included[unit] ?? 0) - chance * seeds)).toBeLessThan(5 * deviation)
      })
    },
  )
})

describe('weights', () => {
  it('grow with the square of up to five losses, or of another cap', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 100].map((losses) => lossWeight(losses))).toEqual([1, 2, 5, 10, 17, 26, 26, 26])
    expect([0, 1, 2, 3, 4].map((losses) => lossWeight(losses, 3))).toEqual([1, 2, 5, 10, 10])
  })

  it('of a group are the mean of its members, rounded down', () => {
    expect(groupWeight([1, 2, 2])).toBe(1)
    expect(groupWeight([26, 1])).toBe(13)
    expect(() => groupWeight([])).toThrow('at least one member')
  })
})

/** RFC 3797 is what NomCom uses: another procedure, kept here to compare ours with. */
describe('the worked example of RFC 3797', () => {
  const example = readVectors<{
    key: string
    seeds: number[][]
    poolSize: number
    rows: { index: number; md5: string; div: number; selected: number }[]
  }>('rfc3797')

  function u16be(value: number): Buffer {
    return Buffer.from([value >> 8, value & 0xff])
  }

  it('is reproduced', () => {
    const key = example.seeds.map((numbers) => `${numbers.toSorted((a, b) => a - b).join('.')}./`).join('')
    expect(key).toBe(example.key)
    const remaining = Array.from({ length: example.poolSize }, (_, index) => index + 1)
    const rows = example.rows.map((_, draw) => {
      const md5 = createHash('md5').update(u16be(draw)).update(key).update(u16be(draw)).digest('hex').toUpperCase()
      const div = remaining.length
      const [selected] = remaining.splice(Number(BigInt(`0x${md5}`) % BigInt(div)), 1)
      return { index: draw + 1, md5, div, selected }
    })
    expect(rows).toEqual(example.rows)
  })
})
