import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { PolicyPool, SelectionPolicy } from '../policy.js'
import { usualPolicy } from '../usual-policy.js'
import type { ExpectedApplicants } from './expected.js'
import { policyWarnings } from './policy-warnings.js'
import { simulatePolicy } from './simulate-policy.js'

const open = usualPolicy.pools[0] as PolicyPool
const members: PolicyPool = { id: 'members', seats: 20, who: { kind: 'tag', tag: 'members' }, called: null, closesAt: null }
const reserved = { pools: [members, open], spillTo: 'open' }
const crowd: ExpectedApplicants = { applicants: 1000, pools: {}, firstTimers: 0, losses: [], answers: {}, groups: {} }

function warnings(changes: Partial<SelectionPolicy>, expected: Partial<ExpectedApplicants> = {}, capacity = 100) {
  const policy = { ...usualPolicy, ...changes }
  const simulation = simulatePolicy({ policy, capacity, expected: { ...crowd, ...expected }, seed: 1, runs: 50 })
  return policyWarnings(policy, simulation)
}
const codes = (...given: Parameters<typeof warnings>) => warnings(...given).map(({ path, code }) => `${path} ${code}`)
const weights = (changes: Partial<SelectionPolicy['weights']>) => ({ weights: { ...usualPolicy.weights, ...changes } })

describe('policyWarnings', () => {
  test('are none where rules do what people expect', () => {
    expect(warnings({})).toEqual([])
    expect(warnings(reserved, { pools: { members: 0.1 } })).toEqual([])
    expect(warnings(weights({ losses: 'squared' }), { losses: [0.7, 0.2, 0.1] })).toEqual([])
    expect(warnings({}, { applicants: 0 })).toEqual([])
  })

  test('name lots that mean nothing', () => {
    expect(codes(weights({ firstTimers: 3 }), { firstTimers: 1 })).toEqual(['weights lotsSame'])
    expect(codes(weights({ firstTimers: 3 }), { firstTimers: 0 })).toEqual(['weights lotsSame'])
    expect(codes(weights({ firstTimers: 3 }), { applicants: 100, firstTimers: 0.5 })).toEqual(['pools seatsForAll', 'weights lotsIdle'])
  })

  test('name lots that leave others hardly a chance', () => {
    expect(codes(weights({ firstTimers: 9 }), { firstTimers: 0.5 })).toEqual(['weights lotsStrong'])
    expect(codes(weights({ firstTimers: 1 }), { firstTimers: 0.5 })).toEqual([])
  })

  test('name a pool that nobody can lose, enter or hide in', () => {
    expect(warnings(reserved, { pools: { members: 0.02 } })).toEqual([
      { path: 'pools.0', code: 'poolSure', values: { people: 20, seats: 20 } },
    ])
    expect(codes(reserved, { pools: { members: 0 } })).toEqual(['pools.0 poolNobody'])
    expect(codes({ ...reserved, pools: [{ ...members, seats: 2 }, open] }, { pools: { members: 0.009 } })).toEqual(['pools.0 fewHolders'])
  })

  test('name a reserve that pays twice, with what its people get and would get', () => {
    const [extra, ...others] = warnings({ pools: [open, members], spillTo: 'open' }, { applicants: 3000, pools: { members: 0.1 } })
    expect(others).toEqual([])
    expect(extra).toMatchObject({ path: 'pools.1', code: 'poolExtra', values: { seats: 20 } })
    const { expected, without } = extra?.values ?? {}
    expect(Math.abs(Number(expected) - 28)).toBeLessThanOrEqual(1)
    expect(Math.abs(Number(without) - 10)).toBeLessThanOrEqual(1)
  })

  test('name a reserve whose people would win as many seats anyway', () => {
    expect(codes(reserved, { pools: { members: 0.5 } })).toEqual(['pools.0 reserveIdle'])
  })

  test('name seats that may stay empty, and people for whom there are none', () => {
    expect(codes({ pools: [members, open] }, { pools: { members: 0.022 } })).toEqual(['spillTo seatsEmpty'])
    expect(warnings({ pools: [{ ...members, seats: null }] }, { pools: { members: 0.2 } })).toEqual([
      { path: 'pools', code: 'noChance', values: { people: 800, applicants: 1000 } },
    ])
  })

  test('name what is hard on groups', () => {
    const hold = { companions: { largest: 4, fill: 'hold' as const } }
    expect(codes(hold)).toEqual([])
    expect(codes({ companions: { largest: 4, fill: 'first-fit' } })).toEqual(['companions.fill firstFit'])
    expect(warnings({ ...hold, ...reserved }, { pools: { members: 0.1 } })).toEqual([
      { path: 'pools.0', code: 'groupsLose', values: { largest: 4, seats: 20, percent: 18 } },
    ])
  })
})

describe('the sentences about warnings', () => {
  const all = [
    ...warnings(weights({ firstTimers: 3 }), { firstTimers: 1 }),
    ...warnings(weights({ firstTimers: 3 }), { applicants: 100, firstTimers: 0.5 }),
    ...warnings(weights({ firstTimers: 9 }), { firstTimers: 0.5 }),
    ...warnings({ pools: [members, open] }, { pools: { members: 0.005 } }),
    ...warnings(reserved, { pools: { members: 0 } }),
    ...warnings(reserved, { pools: { members: 0.5 } }),
    ...warnings({ pools: [open, members], companions: { largest: 4, fill: 'first-fit' } }, { pools: { members: 0.1 } }),
    ...warnings({ pools: [{ ...members, seats: null }] }, { pools: { members: 0.2 } }),
  ]

  test.each(['en', 'nl'])('are all there in %s, about nothing else, and name what they are given', (locale) => {
    const file = new URL(`../../../../apps/web/src/locales/${locale}/policy.json`, import.meta.url)
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    const known = Object.keys(texts).filter((key) => key.startsWith('warnings.'))
    expect(new Set(all.map(({ code }) => `warnings.${code}`))).toEqual(new Set(known))
    for (const { code, values = {} } of all) {
      const named = [...(texts[`warnings.${code}`] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)
      expect([code, named.filter((name) => !(name in values))]).toEqual([code, []])
    }
  })
})
