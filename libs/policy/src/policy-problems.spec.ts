import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fullPolicy, questions, times } from '../test/policies.js'
import type { PolicyContext } from './policy-context.js'
import { openingProblems, policyProblems } from './policy-problems.js'
import type { PolicyPool, Randomness, ReviewRule, SelectionPolicy, WeightRule } from './policy.js'
import type { PolicyProblem } from './problems/problem.js'
import { readPolicy } from './read-policy.js'
import { usualPolicy } from './usual-policy.js'

const context: PolicyContext = { capacity: 100, questions, ...times }
const [noordwijk, press, open] = fullPolicy.pools as [PolicyPool, PolicyPool, PolicyPool]
const review = fullPolicy.review as ReviewRule

const check = (changes: Partial<SelectionPolicy>, event: Partial<PolicyContext> = {}) =>
  policyProblems({ ...fullPolicy, ...changes }, { ...context, ...event })

const pools = (...changed: readonly Partial<PolicyPool>[]) => ({
  pools: [noordwijk, press, open].map((pool, index) => ({ ...pool, ...changed[index] })),
})
const weights = (changes: Partial<WeightRule>) => ({ weights: { ...fullPolicy.weights, ...changes } })
const reviewed = (changes: Partial<ReviewRule>) => ({ review: { ...review, ...changes } })
const randomness = (changes: Partial<Randomness>) => ({ randomness: { ...fullPolicy.randomness, ...changes } })
const answer = (options: readonly string[], questionId = 'q-town') => ({ who: { kind: 'answer' as const, questionId, options } })
const notary = { id: 'notary', name: 'Notary De Wit', commit: 'a'.repeat(64) }
const extra = { questionId: 'q-age', option: 'Under 18', extra: 2 }

type Case = readonly [what: string, changes: Partial<SelectionPolicy>, problem: PolicyProblem, event?: Partial<PolicyContext>]

const cases: readonly Case[] = [
  ['no pool at all', { pools: [], spillTo: null }, { path: 'pools', code: 'poolsNone' }],
  ['no pool without a number', pools({}, {}, { seats: 60 }), { path: 'pools', code: 'restMissing', values: { named: 95, capacity: 100 } }],
  ['two pools without a number', pools({ seats: null }), { path: 'pools.2.seats', code: 'restTwice', values: { first: 1, second: 3 } }],
  [
    'more reserved seats than capacity',
    pools({ seats: 90 }),
    { path: 'pools', code: 'seatsTooMany', values: { named: 105, capacity: 100, over: 5 } },
  ],
  ['no seat left for the rest', pools({ seats: 85 }), { path: 'pools.2.seats', code: 'restEmpty', values: { capacity: 100 } }],
  ['a pool with no seats', pools({ seats: 0 }), { path: 'pools.0.seats', code: 'seatsNone' }],
  ['none for the best', reviewed({ outcome: { kind: 'top', seats: 0 } }), { path: 'review.outcome.seats', code: 'seatsNone' }],
  ['an id that is no tag', pools({ id: 'Noordwijk' }), { path: 'pools.0.id', code: 'idForm', values: { id: 'Noordwijk' } }],
  ['the id of the seats beside the draw', pools({ id: 'picked' }), { path: 'pools.0.id', code: 'idReserved', values: { id: 'picked' } }],
  ['a dash as an id', pools({ id: '-' }), { path: 'pools.0.id', code: 'idForm', values: { id: '-' } }],
  ['an id that is there twice', pools({ id: 'press' }), { path: 'pools.1.id', code: 'idTwice', values: { id: 'press' } }],
  [
    'a tag that nobody can have',
    pools({}, { who: { kind: 'tag', tag: 'the press' } }),
    { path: 'pools.1.who.tag', code: 'idForm', values: { id: 'the press' } },
  ],
  [
    'a pool on a question that was deleted',
    pools(answer(['Noordwijk'], 'q-gone')),
    { path: 'pools.0.who.questionId', code: 'questionGone' },
  ],
  [
    'a pool on a question that is no choice',
    pools(answer(['Noordwijk'], 'q-why')),
    { path: 'pools.0.who.questionId', code: 'questionNotChoice', values: { question: 'Why?' } },
  ],
  [
    'a pool on an answer that was deleted',
    pools(answer(['Noordwijk', 'Leiden'])),
    { path: 'pools.0.who.options.1', code: 'optionGone', values: { option: 'Leiden', question: 'Where do you live?' } },
  ],
  ['a pool on no answer', pools(answer([])), { path: 'pools.0.who.options', code: 'optionsNone' }],
  [
    'the same answer twice',
    pools(answer(['Katwijk', 'Katwijk'])),
    { path: 'pools.0.who.options.1', code: 'optionTwice', values: { option: 'Katwijk' } },
  ],
  ['seats that close at the opening', pools({}, { closesAt: times.opensAt }), { path: 'pools.1.closesAt', code: 'poolClosesEarly' }],
  ['seats that close with the event', pools({}, { closesAt: times.closesAt }), { path: 'pools.1.closesAt', code: 'poolClosesLate' }],
  ['seats left for a pool there is not', { spillTo: 'closed' }, { path: 'spillTo', code: 'spillToUnknown', values: { id: 'closed' } }],
  ['seats left for some', { spillTo: 'noordwijk' }, { path: 'spillTo', code: 'spillToSome', values: { id: 'noordwijk' } }],
  [
    'seats left for a pool that closes early',
    pools({}, {}, { closesAt: '2027-03-01T10:00:00.000Z' }),
    { path: 'spillTo', code: 'spillToClosesEarly', values: { id: 'open' } },
  ],
  ['losses that never count', weights({ lossCap: 0 }), { path: 'weights.lossCap', code: 'lossCap', values: { max: 9 } }],
  [
    'losses that count too far',
    weights({ losses: 'linear', lossCap: 10 }),
    { path: 'weights.lossCap', code: 'lossCap', values: { max: 9 } },
  ],
  [
    'weight 0',
    weights({ answers: [{ ...extra, extra: 0 }] }),
    { path: 'weights.answers.0.extra', code: 'extraNone', values: { option: 'Under 18' } },
  ],
  [
    'an answer that was deleted',
    weights({ answers: [{ ...extra, option: 'Over 100' }] }),
    { path: 'weights.answers.0.option', code: 'optionGone', values: { option: 'Over 100', question: 'How old are you?' } },
  ],
  [
    'an answer that counts twice',
    weights({ answers: [extra, extra] }),
    { path: 'weights.answers.1.option', code: 'optionTwice', values: { option: 'Under 18' } },
  ],
  [
    'more lots than the protocol allows',
    weights({ firstTimers: 73 }),
    { path: 'weights', code: 'lotsTooMany', values: { sum: 101, max: 100 } },
  ],
  ['nobody may come', { companions: { largest: 0, fill: 'hold' } }, { path: 'companions.largest', code: 'groupSize', values: { max: 6 } }],
  ['groups of seven', { companions: { largest: 7, fill: 'hold' } }, { path: 'companions.largest', code: 'groupSize', values: { max: 6 } }],
  [
    'a group larger than a pool',
    pools({}, { seats: 3 }),
    { path: 'companions.largest', code: 'groupTooLarge', values: { largest: 4, seats: 3, position: 2 } },
  ],
  [
    'a group larger than what is left',
    pools({ seats: 82 }),
    { path: 'companions.largest', code: 'groupTooLarge', values: { largest: 4, seats: 3, position: 3 } },
  ],
  [
    'a criterion without words',
    reviewed({ criteria: review.criteria.map((criterion, index) => (index === 0 ? { ...criterion, label: ' ' } : criterion)) }),
    { path: 'review.criteria.0.label', code: 'criterionLabel' },
  ],
  ['nothing to score', reviewed({ criteria: [] }), { path: 'review.criteria', code: 'criteriaNone' }],
  [
    'a criterion twice',
    reviewed({ criteria: [...review.criteria, ...review.criteria] }),
    { path: 'review.criteria.1.id', code: 'idTwice', values: { id: 'plan' } },
  ],
  [
    'a criterion that does not count',
    reviewed({ criteria: [{ id: 'plan', label: 'Plan', weight: 0 }] }),
    { path: 'review.criteria.0.weight', code: 'criterionWeight', values: { weight: 0, max: 10 } },
  ],
  ['no reviewer', reviewed({ reviewsEach: 0 }), { path: 'review.reviewsEach', code: 'reviewsEach', values: { max: 5 } }],
  [
    'a threshold that everybody reaches',
    reviewed({ outcome: { kind: 'threshold', percent: 0 } }),
    { path: 'review.outcome.percent', code: 'threshold', values: { percent: 0 } },
  ],
  ['a review before the close', reviewed({ until: times.closesAt }), { path: 'review.until', code: 'reviewBeforeClose' }],
  ['a hasty review', reviewed({ until: '2027-03-10T10:59:59.000Z' }), { path: 'review.until', code: 'reviewTooShort' }],
  ['a review until the answers are due', reviewed({ until: '2027-03-20T09:50:00.000Z' }), { path: 'review.until', code: 'reviewTooLate' }],
  ['a review until the event', reviewed({ until: times.startsAt }), { path: 'review.until', code: 'reviewAfterStart' }, { answerBy: null }],
  [
    'secrets from nobody',
    randomness({ mode: 'both', contributors: [], fallbackDays: null }),
    { path: 'randomness.contributors', code: 'contributorsNone' },
  ],
  [
    'a commitment that is none',
    randomness({ contributors: [{ ...notary, commit: 'A'.repeat(64) }] }),
    { path: 'randomness.contributors.0.commit', code: 'commitForm', values: { name: 'Notary De Wit' } },
  ],
  [
    'the same secret twice',
    randomness({ contributors: [notary, { ...notary, id: 'mayor', name: 'The mayor' }] }),
    { path: 'randomness.contributors.1.commit', code: 'commitTwice', values: { name: 'The mayor' } },
  ],
  [
    'a fallback of a draw that is none',
    randomness({ mode: 'commit-reveal' }),
    { path: 'randomness.fallbackDays', code: 'fallbackElsewhere' },
  ],
  ['a fallback on nobody', randomness({ contributors: [] }), { path: 'randomness.fallbackDays', code: 'fallbackAlone' }],
  [
    'a fallback at once',
    randomness({ fallbackDays: 0 }),
    { path: 'randomness.fallbackDays', code: 'fallbackDays', values: { days: 0, min: 1, max: 60 } },
  ],
  [
    'a fallback that nobody waits for',
    randomness({ fallbackDays: 61 }),
    { path: 'randomness.fallbackDays', code: 'fallbackDays', values: { days: 61, min: 1, max: 60 } },
  ],
]

describe('policyProblems', () => {
  test('has nothing against the usual policy, nor against one with everything in it', () => {
    expect(policyProblems(usualPolicy, { capacity: 1, questions: [], opensAt: null, closesAt: null, startsAt: null })).toEqual([])
    expect(check({})).toEqual([])
  })

  test.each(cases.map((row) => ({ what: row[0], row })))('refuses $what', ({ row: [, changes, problem, event] }) => {
    expect(check(changes, event)).toEqual([problem])
  })

  test('names both kinds of too many lots from one source', () => {
    expect(check(weights({ firstTimers: 100 })).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'weights.firstTimers extraTooMany',
      'weights lotsTooMany',
    ])
  })

  test('lets several answers to one question count without adding them up', () => {
    const most = { questionId: 'q-town', extra: 70 }
    expect(check(weights({ answers: ['Noordwijk', 'Katwijk'].map((option) => ({ ...most, option })) }))).toEqual([])
  })

  test('never throws, whatever was read', () => {
    const numbers = [
      'pools.0.seats',
      'weights.lossCap',
      'companions.largest',
      'review.reviewsEach',
      'randomness.fallbackDays',
      'picked.seats',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.nat(1_000_000), fc.integer({ min: 0, max: 200 }), (path, value, capacity) => {
        const copy = JSON.parse(JSON.stringify(fullPolicy))
        const [first = '', ...rest] = path.split('.')
        const parent = rest.length > 1 ? copy[first][rest[0] ?? ''] : copy[first]
        parent[rest.at(-1) ?? ''] = value
        const read = readPolicy(copy)
        expect(read).toHaveProperty('policy')
        if ('policy' in read) expect(Array.isArray(policyProblems(read.policy, { ...context, capacity }))).toBe(true)
      }),
    )
  })
})

describe('openingProblems', () => {
  test('asks for a commitment of everybody whose secret may decide', () => {
    const contributors = [notary, { id: 'mayor', name: 'The mayor', commit: null }]
    const missing = [{ path: 'randomness.contributors.1.commit', code: 'commitMissing', values: { name: 'The mayor' } }]
    expect(openingProblems({ ...fullPolicy, ...randomness({ contributors }) })).toEqual(missing)
    expect(openingProblems({ ...fullPolicy, ...randomness({ mode: 'both', contributors, fallbackDays: null }) })).toEqual(missing)
    expect(openingProblems({ ...fullPolicy, ...randomness({ contributors, fallbackDays: null }) })).toEqual([])
  })
})

describe('the sentences about problems', () => {
  const catalogue = (locale: string) =>
    JSON.parse(readFileSync(new URL(`../../../apps/api/src/locales/${locale}/policy.json`, import.meta.url), 'utf8')) as Record<
      string,
      unknown
    >
  const named = (text: unknown) => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)

  test.each(['en', 'nl'])('are all there in %s and name what they are given', (locale) => {
    const texts = catalogue(locale)
    for (const [, , { code, values = {} }] of cases) {
      expect([code, typeof texts[code]]).toEqual([code, 'string'])
      expect([code, named(texts[code]).filter((name) => !(name in values))]).toEqual([code, []])
    }
    for (const code of ['extraTooMany', 'commitMissing']) expect(typeof texts[code]).toBe('string')
  })

  test('are all about something that is checked', () => {
    const codes = new Set([...cases.map(([, , { code }]) => code), 'extraTooMany', 'commitMissing', 'form'])
    expect(Object.keys(catalogue('en')).filter((code) => !codes.has(code))).toEqual([])
  })
})
