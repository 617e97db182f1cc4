import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryPolicy } from '../../test/arbitrary-policy.js'
import { fullPolicy, questions, times } from '../../test/policies.js'
import { policyProblems } from '../policy-problems.js'
import type { PolicyPool, SelectionPolicy } from '../policy.js'
import { usualPolicy } from '../usual-policy.js'
import { policyWording, type WordingSection } from './policy-wording.js'
import type { WordingContext } from './wording-context.js'

const formatTime = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} (UTC)`
const context: WordingContext = { capacity: 100, questions, closesAt: times.closesAt, formatTime }
const noordwijk: PolicyPool = { ...(fullPolicy.pools[0] as PolicyPool), seats: 20 }
const press: PolicyPool = { id: 'press', seats: 10, who: { kind: 'tag', tag: 'press' }, called: null, closesAt: null }
const open = usualPolicy.pools[0] as PolicyPool

/** One part of the rules as a text. */
function rules(
  heading: WordingSection['heading'],
  changes: Partial<SelectionPolicy>,
  locale: 'en' | 'nl' = 'en',
  event: Partial<WordingContext> = {},
) {
  const sections = policyWording({ ...usualPolicy, ...changes }, { ...context, ...event }, locale)
  return sections.find((section) => section.heading === heading)?.sentences.join(' ')
}
const weights = (changes: Partial<SelectionPolicy['weights']>) => ({ weights: { ...usualPolicy.weights, ...changes } })

describe('the words for seats', () => {
  test('say how a reserve and the rest are drawn', () => {
    const changes = { pools: [noordwijk, open], spillTo: 'open' }
    expect(rules('seats', changes)).toBe(
      'Of the 100 seats, 20 are drawn first among people who live in Noordwijk. ' +
        'The other 80 are drawn among everybody, also those who just missed out. ' +
        'So at least 20 seats go to people who live in Noordwijk, if enough of them apply. ' +
        'There is one draw and one order. Each part of the seats goes to whoever stands first in that order and may have them. ' +
        'Seats for which a group has too few people go to the draw among everybody. ' +
        'A seat that is given back goes to the next person on the same list who may have it. Nothing is drawn again.',
    )
    expect(rules('seats', changes, 'nl')).toContain(
      'Van de 100 plekken worden er eerst 20 verloot onder mensen die in Noordwijk wonen. ' +
        'De andere 80 worden verloot onder iedereen, ook onder wie net naast een plek greep. ' +
        'Zo gaan minstens 20 plekken naar mensen die in Noordwijk wonen, als genoeg van hen zich aanmelden.',
    )
  })

  test('say "extra" where a reserve comes after the seats for everybody, and not "at least"', () => {
    const extra = rules('seats', { pools: [{ ...open, seats: null }, noordwijk] })
    expect(extra).toContain('Of the 100 seats, 80 are drawn first among everybody who applies.')
    expect(extra).toContain('After that, 20 extra seats are drawn among people who live in Noordwijk, for those who have none yet.')
    expect(extra).toContain('Extra means: on top of the seats that they win in the draw among everybody.')
    expect(extra).not.toContain('at least')
    expect(rules('seats', { pools: [open, noordwijk] }, 'nl')).toContain('Daarna worden er 20 extra plekken verloot')
  })

  test('name a group by its question and its tag where it has no name', () => {
    const unnamed: PolicyPool = {
      ...noordwijk,
      called: null,
      who: { kind: 'answer', questionId: 'q-town', options: ['Noordwijk', 'Katwijk'] },
    }
    const pools = [unnamed, press, open]
    expect(rules('seats', { pools })).toContain('people who answered “Noordwijk” or “Katwijk” to “Where do you live?”.')
    expect(rules('seats', { pools })).toContain('Then 10 are drawn among people to whom the team has given the tag “press”.')
    expect(rules('seats', { pools })).toContain('each of these groups gets at least so many')
    expect(rules('seats', { pools }, 'nl')).toContain('mensen die ‘Noordwijk’ of ‘Katwijk’ antwoordden op ‘Where do you live?’.')
  })

  test('name the close of seats that close early', () => {
    const pools = [{ ...noordwijk, closesAt: '2027-03-01T10:00:00.000Z' }, open]
    expect(rules('seats', { pools })).toContain(
      'These 20 seats close early: apply and confirm before 2027-03-01 10:00 (UTC) to have a chance of them.',
    )
  })

  test('say when others have no chance, and when seats stay empty', () => {
    const some = rules('seats', { pools: [{ ...noordwijk, seats: null }] })
    expect(some).toContain('All 100 seats are drawn among people who live in Noordwijk.')
    expect(some).toContain('Nobody else can get a seat in this draw.')
    expect(some).toContain('Seats for which a group has too few people stay empty.')
    expect(rules('seats', {})).not.toContain('too few people')
  })

  test('count one seat as one', () => {
    const one = { pools: [{ ...noordwijk, seats: 1 }, open] }
    expect(rules('seats', {}, 'en', { capacity: 1 })).toContain('The one seat is drawn among everybody who applies.')
    expect(rules('seats', one, 'en', { capacity: 2 })).toContain(
      'Of the 2 seats, one is drawn first among people who live in Noordwijk. The other one is',
    )
    expect(rules('seats', one, 'nl', { capacity: 2 })).toContain('Van de 2 plekken wordt er eerst één verloot')
    expect(rules('seats', {}, 'nl', { capacity: 12_000 })).toContain('Alle 12\u202f000 plekken worden verloot')
  })
})

describe('the words for chances', () => {
  test('are one sentence when everybody has one lot', () => {
    expect(rules('chance', {})).toBe('Every application is one lot.')
    expect(rules('chance', {}, 'nl')).toBe('Elke aanmelding is één lot.')
  })

  test('name each source of lots, its cap and the most', () => {
    const all = weights({
      losses: 'squared',
      lossCap: 3,
      firstTimers: 2,
      answers: [
        { questionId: 'q-town', option: 'Noordwijk', extra: 1 },
        { questionId: 'q-town', option: 'Katwijk', extra: 1 },
        { questionId: 'q-age', option: 'Under 18', extra: 2 },
      ],
    })
    const english = rules('chance', all)
    expect(english).toContain('Whoever has never had a seat at one of our events gets 2 extra lots.')
    expect(english).toContain('Earlier applications with us without luck add lots: 1 for one, 4 for two and 9 for three or more.')
    expect(english).toContain('The answers “Noordwijk” and “Katwijk” to “Where do you live?” add one lot each.')
    expect(english).toContain('The answer “Under 18” to “How old are you?” adds 2 lots.')
    expect(english).toContain('No application has more than 15 lots.')
    expect(rules('chance', all, 'nl')).toContain('leveren extra loten op: 1 voor één, 4 voor twee en 9 voor drie of meer.')
  })

  test('say a linear rule as it is', () => {
    expect(rules('chance', weights({ losses: 'linear' }))).toContain(
      'Each earlier application with us without luck adds one lot, up to five.',
    )
    expect(rules('chance', weights({ losses: 'linear', lossCap: 1 }), 'nl')).toContain('krijgt één extra lot.')
  })
})

describe('the words for groups', () => {
  test('say that people come alone, or up to how many together', () => {
    expect(rules('together', {})).toBe('Everybody applies alone, for one seat.')
    expect(rules('together', { companions: { largest: 4, fill: 'first-fit' } })).toBe(
      'You can apply together, in a group of up to 4. Everybody in it applies and confirms before 2027-03-10 10:00 (UTC). ' +
        'A group gets all of its seats or none. A group has one lot, like somebody who applies alone. ' +
        'If a group does not fit into the seats that are left, they go to the next on the list who fits. ' +
        'The last seats therefore go to people on their own more often.',
    )
  })

  test('say what holding seats means and until when, and what lots and pools a group has', () => {
    const companions = { largest: 4, fill: 'hold' as const }
    const held = rules('together', { companions, pools: [noordwijk, open], ...weights({ firstTimers: 1 }) }, 'nl', {
      holdUntil: times.answerBy,
    })
    expect(held).toContain('of tot 2027-03-20 10:00 (UTC). Vanaf dan gaan ze naar de volgende op de lijst die wel past.')
    expect(held).toContain('zoveel loten als haar leden gemiddeld hebben, naar beneden afgerond')
    expect(held).toContain('doet een groep mee als al haar leden daarbij horen')
    expect(rules('together', { companions })).toContain('they are kept for it until enough others come free.')
  })
})

describe('the words for what is not drawn', () => {
  test('are none when everything is', () => {
    expect(rules('beside', {})).toBeUndefined()
  })

  test('count picked seats and name their reasons', () => {
    const picked = { picked: { seats: 5 } }
    expect(rules('beside', picked)).toContain('5 of the 100 seats are outside the draw')
    expect(rules('beside', picked)).toContain('Each has a reason from a fixed list.')
    expect(rules('beside', picked, 'nl', { pickedReasons: ['eregast', 'pers'] })).toContain(
      'Elke keuze heeft een van deze redenen: eregast of pers.',
    )
    expect(rules('seats', picked)).toContain('Of the 100 seats, 95 are drawn among everybody who applies.')
    expect(rules('seats', { ...picked, pools: [noordwijk, open] })).toContain('Of the 95 seats in the draw, 20 are drawn first')
  })

  test('say how applications are read', () => {
    const review = { review: fullPolicy.review }
    expect(rules('beside', review)).toBe(
      'Only applications that reach 60 % of the highest possible score enter the draw. In the draw itself the score no longer counts. ' +
        '2 reviewers score each application on “What they plan to make”. Answers are shown, and no names, handles or pictures. ' +
        'The scores are final on 2027-03-14 10:00 (UTC). Only then is the list for the draw sealed.',
    )
  })
})

describe('the words for randomness', () => {
  const [notary] = fullPolicy.randomness.contributors
  const contributors = notary ? [notary, { ...notary, id: 'mayor', name: 'the mayor' }] : []

  test('praise only what the beacon gives', () => {
    expect(rules('randomness', {})).toContain('not even we')
    expect(rules('randomness', {})).not.toContain('weaker')
    expect(rules('randomness', {}, 'en', { trialBeacon: true })).toContain('That beacon is not public')
    expect(rules('randomness', {}, 'en', { trialBeacon: true })).not.toContain('drand')
  })

  test('say what is weaker about secrets of one, and of several', () => {
    const one = rules('randomness', { randomness: { mode: 'commit-reveal', contributors: contributors.slice(0, 1), fallbackDays: null } })
    expect(one).toContain('Whoever knows the one secret can work out the result before the list is sealed')
    const several = rules('randomness', { randomness: { mode: 'commit-reveal', contributors, fallbackDays: null } })
    expect(several).toContain('secrets of Notary De Wit and the mayor')
    expect(several).toContain('only if at least one of them is honest')
    expect(several).toContain('each of the 2 can stop an unwanted draw')
  })

  test('say that each contributor can stop a draw of both kinds, and what a fallback would mean', () => {
    expect(rules('randomness', { randomness: { mode: 'both', contributors, fallbackDays: null } }, 'nl')).toContain(
      'Eén waarborg is zwakker',
    )
    const fallback = rules('randomness', { randomness: { mode: 'beacon', contributors, fallbackDays: 7 } })
    expect(fallback).toContain('7 days after the round was due at the earliest')
    expect(fallback).toContain('That would be weaker')
  })
})

describe('the public rules of any policy', () => {
  test('have no gaps, in either language', () => {
    fc.assert(
      fc.property(arbitraryPolicy, fc.constantFrom('en', 'nl'), fc.boolean(), ({ policy, context: event }, locale, known) => {
        expect(policyProblems(policy, event)).toEqual([])
        const sections = policyWording(
          policy,
          { ...event, formatTime, ...(known ? { holdUntil: event.answerBy, trialBeacon: true } : {}) },
          locale,
        )
        for (const { heading, sentences } of sections) {
          expect([heading, sentences.length > 0]).toEqual([heading, true])
          for (const sentence of sentences) {
            expect(sentence).not.toMatch(/undefined|NaN|null|\{\{|\}\}| {2}|\.\.| -\d/)
            expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test('show names as they were typed, also those that look like a place for a value', () => {
    const tricky = { ...noordwijk, called: { en: 'fans of {{capacity}} & <b>$&</b>', nl: 'x' } }
    expect(rules('seats', { pools: [tricky, open] })).toContain('among fans of {{capacity}} & <b>$&</b>.')
  })
})
