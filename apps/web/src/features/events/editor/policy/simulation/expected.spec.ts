import { describe, expect, test } from '@jest/globals'
import { type PolicyContext, type SelectionPolicy, usualPolicy } from '#policy'
import { applicantsOf, overfullGroups, sharesOf } from './expected.js'

const context: PolicyContext = {
  capacity: 100,
  questions: [{ id: 'q', type: 'choice', label: 'Where do you live?', required: true, options: ['Noordwijk', 'Katwijk', 'Elsewhere'] }],
  opensAt: null,
  closesAt: null,
  startsAt: null,
}
const full: SelectionPolicy = {
  ...usualPolicy,
  pools: [
    { id: 'a', seats: 10, who: { kind: 'answer', questionId: 'q', options: ['Noordwijk'] }, called: null, closesAt: null },
    { id: 'b', seats: 5, who: { kind: 'tag', tag: 'press' }, called: null, closesAt: null },
    ...usualPolicy.pools,
  ],
  weights: { losses: 'squared', lossCap: 5, firstTimers: 1, answers: [{ questionId: 'q', option: 'Noordwijk', extra: 1 }] },
  companions: { largest: 3, fill: 'hold' },
}

describe('what has to be expected', () => {
  test('is nothing but the number of people where the policy looks at nothing', () => {
    expect(sharesOf(usualPolicy, context)).toEqual([])
  })

  test('is each thing that the policy looks at, once', () => {
    expect(sharesOf(full, context).map(({ key }) => key)).toEqual([
      'pool a',
      'pool b',
      'answer q Noordwijk',
      'losses 1',
      'losses 2',
      'losses 3',
      'first',
      'together 2',
      'together 3',
    ])
  })

  test('begins with equal answers, and never with more than everybody', () => {
    const shares = sharesOf({ ...full, companions: { largest: 6, fill: 'hold' } }, context)
    expect(shares.filter(({ kind }) => kind === 'pool' || kind === 'answer').map(({ usual }) => usual)).toEqual([33, 5, 33])
    expect(overfullGroups(shares, { people: 2000, shares: {} })).toEqual(new Set())
  })

  test('leaves out answers that are no longer on the list', () => {
    expect(sharesOf(full, { ...context, questions: [] }).filter(({ kind }) => kind === 'answer')).toEqual([])
  })
})

test('shares that exclude each other cannot be more than everybody', () => {
  const shares = sharesOf(full, context)
  const expected = { people: 2000, shares: { 'losses 1': 60, 'losses 2': 41, 'pool b': 100 } }
  expect(overfullGroups(shares, expected)).toEqual(new Set(['losses']))
})

test('the simulation gets shares of one, the usual ones where nothing else is expected', () => {
  const shares = sharesOf(full, context)
  expect(applicantsOf(shares, { people: 500, shares: { 'losses 1': 50, 'pool a': 10, first: 0 } })).toEqual({
    applicants: 500,
    pools: { a: 0.1, b: 0.05 },
    firstTimers: 0,
    losses: [0, 0.5, 0.08, 0.04],
    answers: { q: { Noordwijk: 0.33 } },
    groups: { 2: 0.24, 3: 0.09 },
  })
  expect(applicantsOf([], { people: 7, shares: {} })).toMatchObject({ losses: [], pools: {}, groups: {} })
})
