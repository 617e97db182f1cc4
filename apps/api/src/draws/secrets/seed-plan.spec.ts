import { describe, expect, it } from '@jest/globals'
import type { Beacon } from '#draw'
import { usualPolicy, type Randomness } from '#policy'
import { seedPlan } from './seed-plan.js'

const beacon: Beacon = {
  kind: 'drand',
  chainHash: '52'.repeat(32),
  publicKey: '83'.repeat(96),
  scheme: 'bls-unchained-g1-rfc9380',
  period: 3,
  genesis: 1_692_803_367,
  round: 1000,
}
const roundTime = 1_692_806_364
const anna = { id: 'anna', name: 'Anna Brink', commit: 'aa'.repeat(32) }
const bram = { id: 'bram', name: 'Bram van den Berg', commit: 'bb'.repeat(32) }
const late = { id: 'late', name: 'Nobody yet', commit: null }
const bound = [
  { id: 'anna', commit: anna.commit },
  { id: 'bram', commit: bram.commit },
]
const alone = { mode: 'beacon', beacon, contributors: [], fallbackAfter: null }
const plan = (changes: Partial<Randomness>) => seedPlan({ ...usualPolicy.randomness, ...changes }, beacon, roundTime)

describe('the plan of the seed', () => {
  it('is the public beacon alone, usually', () => {
    expect(plan({})).toEqual(alone)
  })

  it('in mode beacon names contributors only for a fallback, and when it may be', () => {
    expect(plan({ contributors: [anna, bram], fallbackDays: 7 })).toEqual({
      mode: 'beacon',
      beacon,
      contributors: bound,
      fallbackAfter: roundTime + 7 * 86_400,
    })
    expect(plan({ contributors: [anna, bram] })).toEqual(alone)
    expect(plan({ fallbackDays: 7 })).toEqual(alone)
  })

  it('in mode commit-reveal names no round, in mode both names it too, and keeps the order of the policy', () => {
    expect(plan({ mode: 'commit-reveal', contributors: [anna, bram] })).toEqual({
      mode: 'commit-reveal',
      beacon: null,
      contributors: bound,
      fallbackAfter: null,
    })
    expect(plan({ mode: 'both', contributors: [bram, anna] })).toEqual({
      mode: 'both',
      beacon,
      contributors: bound.toReversed(),
      fallbackAfter: null,
    })
  })

  it('leaves out who has handed in nothing, and is the beacon alone when nobody has', () => {
    for (const mode of ['commit-reveal', 'both'] as const) {
      expect(plan({ mode, contributors: [late, anna] }).contributors).toEqual([bound[0]])
      expect(plan({ mode, contributors: [late] })).toEqual(alone)
      expect(plan({ mode })).toEqual(alone)
    }
    expect(plan({ contributors: [late], fallbackDays: 7 })).toEqual(alone)
  })
})
