import type { SelectionPolicy } from '../src/policy.js'

/** The question that `fullPolicy` asks, among others. */
export const questions = [
  { id: 'q-town', type: 'choice' as const, label: 'Where do you live?', required: true, options: ['Noordwijk', 'Katwijk', 'Elsewhere'] },
  { id: 'q-age', type: 'choice' as const, label: 'How old are you?', required: false, options: ['Under 18', '18 or older'] },
  { id: 'q-why', type: 'long' as const, label: 'Why?', required: true, options: [] },
]

export const times = {
  opensAt: '2027-02-01T10:00:00.000Z',
  closesAt: '2027-03-10T10:00:00.000Z',
  answerBy: '2027-03-20T10:00:00.000Z',
  startsAt: '2027-04-01T18:00:00.000Z',
}

/** A policy with something in each of its parts, that can be kept. */
export const fullPolicy: SelectionPolicy = {
  pools: [
    {
      id: 'noordwijk',
      seats: 20,
      who: { kind: 'answer', questionId: 'q-town', options: ['Noordwijk'] },
      called: { nl: 'mensen die in Noordwijk wonen', en: 'people who live in Noordwijk' },
      closesAt: null,
    },
    { id: 'press', seats: 10, who: { kind: 'tag', tag: 'press' }, called: null, closesAt: '2027-03-01T10:00:00.000Z' },
    { id: 'open', seats: null, who: { kind: 'everybody' }, called: null, closesAt: null },
  ],
  spillTo: 'open',
  weights: { losses: 'squared', lossCap: 5, firstTimers: 1, answers: [{ questionId: 'q-age', option: 'Under 18', extra: 2 }] },
  companions: { largest: 4, fill: 'hold' },
  picked: { seats: 5 },
  review: {
    outcome: { kind: 'threshold', percent: 60 },
    criteria: [{ id: 'plan', label: 'What they plan to make', weight: 2 }],
    reviewsEach: 2,
    blind: true,
    until: '2027-03-14T10:00:00.000Z',
  },
  randomness: {
    mode: 'beacon',
    contributors: [{ id: 'notary', name: 'Notary De Wit', commit: 'a'.repeat(64) }],
    fallbackDays: 7,
  },
}
