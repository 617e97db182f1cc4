import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fullPolicy } from '../test/policies.js'
import { largestWeight } from './largest-weight.js'
import { type ApplicantFacts, canWin, groupLots, lotsOf } from './lots-of.js'
import type { PolicyPool, SelectionPolicy, WeightRule } from './policy.js'
import { tagOfPool } from './tag-of-pool.js'
import { usualPolicy } from './usual-policy.js'

const early = Date.parse('2027-02-10T10:00:00Z')
const pressClose = Date.parse('2027-03-01T10:00:00Z')
const somebody: ApplicantFacts = { answers: {}, tags: [], receivedAt: early, confirmedAt: early, losses: 0, firstTimer: false }

const lots = (changes: Partial<ApplicantFacts>, policy: Pick<SelectionPolicy, 'pools' | 'weights'> = fullPolicy) =>
  lotsOf(policy)({ ...somebody, ...changes })
const weighing = (changes: Partial<WeightRule>) => ({ ...usualPolicy, weights: { ...usualPolicy.weights, ...changes } })

describe('the tags of a ticket', () => {
  test('are the pools whose answer she gave or whose tag she has, in the order of the entries file', () => {
    expect(lots({ answers: { 'q-town': 'Noordwijk' } }).tags).toEqual(['noordwijk'])
    expect(lots({ tags: ['press', 'vip'], answers: { 'q-town': 'Katwijk' } }).tags).toEqual(['press'])
    const turned = { ...fullPolicy, pools: fullPolicy.pools.toReversed() }
    expect(lots({ tags: ['press'], answers: { 'q-town': 'Noordwijk' } }, turned).tags).toEqual(['noordwijk', 'press'])
  })

  test('are none where everybody may compete until the end', () => {
    expect(lots({}, usualPolicy)).toEqual({ tags: [], weight: 1 })
  })

  test('need an application that was there and confirmed before the close of those seats', () => {
    const times = [
      [pressClose - 1, pressClose - 1],
      [pressClose - 1, pressClose],
      [pressClose, pressClose],
    ] as const
    expect(times.map(([receivedAt, confirmedAt]) => lots({ tags: ['press'], receivedAt, confirmedAt }).tags)).toEqual([['press'], [], []])
  })

  test('say so when she was early enough for seats that everybody may have', () => {
    const pools: PolicyPool[] = [
      { id: 'early', seats: 10, who: { kind: 'everybody' }, called: null, closesAt: '2027-03-01T10:00:00Z' },
      ...usualPolicy.pools,
    ]
    expect(pools.map(tagOfPool)).toEqual(['early', null])
    expect(lots({}, { ...usualPolicy, pools }).tags).toEqual(['early'])
    expect(lots({ receivedAt: pressClose, confirmedAt: pressClose }, { ...usualPolicy, pools }).tags).toEqual([])
  })

  test('are not given for the names of what every object has', () => {
    const pools: PolicyPool[] = [
      { id: 'trick', seats: 1, who: { kind: 'answer', questionId: 'constructor', options: ['x'] }, called: null, closesAt: null },
    ]
    expect(lots({ answers: {} }, { ...usualPolicy, pools }).tags).toEqual([])
  })
})

describe('the lots of a ticket', () => {
  test.each([
    ['nothing counts', { losses: 'none' as const }, [1, 1, 1, 1, 1, 1, 1]],
    ['each loss counts', { losses: 'linear' as const }, [1, 2, 3, 4, 5, 6, 6]],
    ['the square of losses counts', { losses: 'squared' as const }, [1, 2, 5, 10, 17, 26, 26]],
    ['only three losses count', { losses: 'squared' as const, lossCap: 3 }, [1, 2, 5, 10, 10, 10, 10]],
  ])('grow with losses as the policy says: %s', (_, rule, weights) => {
    expect([0, 1, 2, 3, 4, 5, 40].map((losses) => lots({ losses }, weighing(rule)).weight)).toEqual(weights)
  })

  test('add what first-timers and answers bring', () => {
    const answers = { 'q-age': 'Under 18' }
    expect(lots({ firstTimer: true, losses: 2, answers }).weight).toBe(1 + 1 + 4 + 2)
    expect(lots({ answers: { 'q-age': '18 or older' } }).weight).toBe(1)
  })

  test('are never fewer than one nor more than the largest weight, which somebody can have', () => {
    const extra = fc.integer({ min: 1, max: 30 })
    const rule = fc.record({
      losses: fc.constantFrom('none', 'linear', 'squared'),
      lossCap: fc.integer({ min: 1, max: 9 }),
      firstTimers: fc.nat(30),
      answers: fc.uniqueArray(fc.record({ questionId: fc.constantFrom('a', 'b'), option: fc.constantFrom('x', 'y', 'z'), extra }), {
        selector: ({ questionId, option }) => questionId + option,
      }),
    })
    const answer = fc.constantFrom('x', 'y', 'z')
    fc.assert(
      fc.property(
        rule,
        fc.record({ a: answer, b: answer }),
        fc.integer({ min: -5, max: 1000 }),
        fc.boolean(),
        (weights, answers, losses, firstTimer) => {
          const policy = { ...usualPolicy, weights }
          const { weight } = lots({ answers, losses, firstTimer }, policy)
          expect(weight).toBeGreaterThanOrEqual(1)
          expect(weight).toBeLessThanOrEqual(largestWeight(policy))
          const best = (['a', 'b'] as const).map((questionId) => {
            const [most] = weights.answers.filter((one) => one.questionId === questionId).toSorted((one, other) => other.extra - one.extra)
            return [questionId, most?.option ?? 'x']
          })
          expect(lots({ answers: Object.fromEntries(best), losses: 9, firstTimer: true }, policy).weight).toBe(largestWeight(policy))
        },
      ),
    )
  })
})

describe('a group', () => {
  test('has the tags that all members have, and the mean of their lots rounded down', () => {
    const members = [
      { tags: ['noordwijk', 'press'], weight: 26 },
      { tags: ['noordwijk'], weight: 1 },
    ]
    expect(groupLots(members)).toEqual({ tags: ['noordwijk'], weight: 13 })
    expect(groupLots(members.slice(0, 1))).toEqual(members[0])
    expect(() => groupLots([])).toThrow('at least one member')
  })

  test('never has more lots than its members have on average', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }), (weights) => {
        const { weight } = groupLots(weights.map((one) => ({ tags: [], weight: one })))
        const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length
        expect(weight).toBeLessThanOrEqual(mean)
        expect(weight).toBeGreaterThan(mean - 1)
      }),
    )
  })
})

describe('canWin', () => {
  test('is no for whom none of the seats are', () => {
    const local = { pools: fullPolicy.pools.slice(0, 2) }
    expect([[], ['press'], ['vip']].map((tags) => canWin(local, { tags }))).toEqual([false, true, false])
    expect(canWin(usualPolicy, { tags: [] })).toBe(true)
  })
})
