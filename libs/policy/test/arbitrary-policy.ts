import fc from 'fast-check'
import type { Eligibility, PolicyPool, SelectionPolicy } from '../src/policy.js'
import { seatsBesideDraw } from '../src/seats-of-pools.js'
import { questions, times } from './policies.js'

const ids = ['a', 'b', 'c', 'd'] as const

const eligibility: fc.Arbitrary<Eligibility> = fc.oneof(
  fc.constant<Eligibility>({ kind: 'everybody' }),
  fc
    .subarray(questions[0]?.options ?? [], { minLength: 1 })
    .map((options): Eligibility => ({ kind: 'answer', questionId: 'q-town', options })),
  fc.constantFrom('press', 'staff').map((tag): Eligibility => ({ kind: 'tag', tag })),
)

const reserve = fc.record({
  seats: fc.integer({ min: 6, max: 1500 }),
  who: eligibility,
  called: fc.option(fc.constant({ nl: 'de buren', en: 'our neighbours' })),
  closesAt: fc.option(fc.constant('2027-03-01T10:00:00.000Z')),
})

const open: PolicyPool = { id: 'open', seats: null, who: { kind: 'everybody' }, called: null, closesAt: null }

const pools = fc.tuple(fc.array(reserve, { maxLength: ids.length }), fc.nat(ids.length), fc.boolean()).map(([reserves, place, isOpen]) => {
  const list: PolicyPool[] = reserves.map((pool, index) => ({ id: ids[index] ?? '', ...pool }))
  if (isOpen || list.length === 0) return list.toSpliced(Math.min(place, list.length), 0, open)
  return list.map((pool, index) => (index === Math.min(place, list.length - 1) ? { ...pool, seats: null } : pool))
})

const weights = fc.record({
  losses: fc.constantFrom('none', 'linear', 'squared'),
  lossCap: fc.integer({ min: 1, max: 6 }),
  firstTimers: fc.nat(3),
  answers: fc.subarray([
    { questionId: 'q-age', option: 'Under 18', extra: 2 },
    { questionId: 'q-town', option: 'Noordwijk', extra: 1 },
    { questionId: 'q-town', option: 'Katwijk', extra: 1 },
    { questionId: 'q-town', option: 'Elsewhere', extra: 3 },
  ]),
})

const criteria = fc.subarray(
  [
    { id: 'plan', label: 'What they plan to make', weight: 2 },
    { id: 'words', label: 'How they tell it', weight: 1 },
    { id: 'reach', label: 'Whom they reach', weight: 2 },
  ],
  { minLength: 1 },
)

const review = fc.record({
  outcome: fc.oneof(
    fc.record({ kind: fc.constant('top'), seats: fc.integer({ min: 1, max: 40 }) } as const),
    fc.record({ kind: fc.constant('threshold'), percent: fc.integer({ min: 1, max: 100 }) } as const),
  ),
  criteria,
  reviewsEach: fc.integer({ min: 1, max: 5 }),
  blind: fc.boolean(),
  until: fc.constant('2027-03-14T10:00:00.000Z'),
})

const contributors = fc.subarray(
  [
    { id: 'notary', name: 'Notary De Wit', commit: 'a'.repeat(64) },
    { id: 'mayor', name: 'The mayor', commit: 'b'.repeat(64) },
    { id: 'fan', name: 'Sanne', commit: 'c'.repeat(64) },
  ],
  { minLength: 1 },
)

const randomness = fc.oneof(
  fc.record({ mode: fc.constant('beacon'), contributors: fc.constant([]), fallbackDays: fc.constant(null) } as const),
  fc.record({ mode: fc.constant('beacon'), contributors, fallbackDays: fc.integer({ min: 1, max: 60 }) } as const),
  fc.record({ mode: fc.constantFrom('commit-reveal', 'both'), contributors, fallbackDays: fc.constant(null) } as const),
)

/** Policies without problems, with the capacity of an event that can have them and the rest of its context. */
export const arbitraryPolicy = fc
  .record({
    policy: fc.record({
      pools,
      spillTo: fc.constantFrom('open', null),
      weights,
      companions: fc.record({ largest: fc.integer({ min: 1, max: 6 }), fill: fc.constantFrom('first-fit', 'hold') }),
      picked: fc.record({ seats: fc.nat(5) }),
      review: fc.option(review),
      randomness,
    }) as fc.Arbitrary<SelectionPolicy>,
    rest: fc.integer({ min: 6, max: 2000 }),
  })
  .map(({ policy: drawn, rest }) => {
    const policy = { ...drawn, spillTo: drawn.pools.some(({ id }) => id === 'open') ? drawn.spillTo : null }
    const named = policy.pools.reduce((sum, { seats }) => sum + (seats ?? 0), seatsBesideDraw(policy))
    return { policy, context: { capacity: named + rest, questions, ...times } }
  })
