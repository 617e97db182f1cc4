import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  adjustedScores,
  calibrationOf,
  compareShares,
  cutOf,
  disagreements,
  percentOf,
  reviewOutcomes,
  type Scored,
  scoresOf,
} from './index.js'

const criteria = [
  { id: 'story', weight: 3 },
  { id: 'reach', weight: 1 },
]
const give = (applicationId: string, reviewerId: string, story: number, reach: number): Scored => ({
  applicationId,
  reviewerId,
  points: { story, reach },
})

/** Some applications, each scored by some of four reviewers. */
const reviews = fc
  .uniqueArray(
    fc.record({
      application: fc.nat(14),
      reviewer: fc.nat(3),
      story: fc.integer({ min: 1, max: 5 }),
      reach: fc.integer({ min: 1, max: 5 }),
    }),
    {
      selector: ({ application, reviewer }) => `${application}/${reviewer}`,
      maxLength: 60,
    },
  )
  .map((given) => given.map(({ application, reviewer, story, reach }) => give(`a${application}`, `r${reviewer}`, story, reach)))
const applicationIds = Array.from({ length: 15 }, (_, index) => `a${index}`)

describe('the score of an application', () => {
  it('is the mean over its reviewers of the weighted mean over the criteria, in percent of the highest', () => {
    const score = scoresOf([give('one', 'ada', 5, 1), give('one', 'bea', 3, 3)], criteria).get('one')
    // ada: (3*5 + 1)/4 = 4, bea: 3; mean 3.5 of 5.
    expect(score && percentOf(score)).toBe(70)
  })

  it('lies between 20 and 100 percent, and does not depend on the order in which scores came', () => {
    fc.assert(
      fc.property(reviews, (scored) => {
        const scores = scoresOf(scored, criteria)
        const backwards = scoresOf(scored.toReversed(), criteria)
        for (const [id, score] of scores) {
          expect(percentOf(score)).toBeGreaterThanOrEqual(20)
          expect(percentOf(score)).toBeLessThanOrEqual(100)
          expect(compareShares(score, backwards.get(id) ?? { part: 0, of: 1 })).toBe(0)
        }
      }),
    )
  })

  it('never falls when a reviewer gives more', () => {
    fc.assert(
      fc.property(reviews, (scored) => {
        const [first] = scored
        if (first === undefined) return
        const better = scored.map((one) => (one === first ? { ...one, points: { story: 5, reach: 5 } } : one))
        const [before, after] = [scored, better].map((all) => scoresOf(all, criteria).get(first.applicationId))
        if (before && after) expect(compareShares(after, before)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('is exact where a floating point mean would not be', () => {
    // Three reviewers with 7/15 each, against one with 7/15.
    const thirds = [
      { id: 'x', weight: 1 },
      { id: 'y', weight: 1 },
      { id: 'z', weight: 1 },
    ]
    const points = { x: 2, y: 2, z: 3 }
    const scores = scoresOf(
      [
        { applicationId: 'one', reviewerId: 'a', points },
        { applicationId: 'two', reviewerId: 'a', points },
        { applicationId: 'two', reviewerId: 'b', points },
        { applicationId: 'two', reviewerId: 'c', points },
      ],
      thirds,
    )
    const [one, two] = ['one', 'two'].map((id) => scores.get(id) ?? { part: 0, of: 1 })
    expect(one && two && compareShares(one, two)).toBe(0)
  })
})

describe('a threshold', () => {
  it('lets in who reaches it exactly, and says of the others why not', () => {
    const scores = scoresOf([give('at', 'ada', 3, 3), give('below', 'ada', 3, 2)], criteria)
    expect([...reviewOutcomes(['at', 'below', 'none'], scores, { kind: 'threshold', percent: 60 })]).toEqual([
      ['at', 'draw'],
      ['below', 'below-threshold'],
      ['none', 'not-reviewed'],
    ])
  })
})

describe('the best', () => {
  it('take the seats', () => {
    const scores = scoresOf([give('a', 'x', 5, 5), give('b', 'x', 4, 4), give('c', 'x', 3, 3)], criteria)
    expect([...reviewOutcomes(['c', 'b', 'a', 'd'], scores, { kind: 'top', seats: 2 })]).toEqual([
      ['c', 'draw'],
      ['b', 'seat'],
      ['a', 'seat'],
      ['d', 'draw'],
    ])
  })

  it('are drawn like everybody when they tie for the last seat, and that seat stays for the draw', () => {
    const scores = scoresOf([give('a', 'x', 5, 5), give('b', 'x', 4, 4), give('c', 'x', 4, 4)], criteria)
    expect([...reviewOutcomes(['a', 'b', 'c'], scores, { kind: 'top', seats: 2 }).values()]).toEqual(['seat', 'draw', 'draw'])
    expect([...reviewOutcomes(['a', 'b', 'c'], scores, { kind: 'top', seats: 3 }).values()]).toEqual(['seat', 'seat', 'seat'])
  })

  it('never take more than the seats, nobody is passed over by a lower or an equal score, and only a tie leaves a seat', () => {
    fc.assert(
      fc.property(reviews, fc.integer({ min: 0, max: 16 }), (scored, seats) => {
        const scores = scoresOf(scored, criteria)
        const outcomes = reviewOutcomes(applicationIds, scores, { kind: 'top', seats })
        const seated = applicationIds.filter((id) => outcomes.get(id) === 'seat').map((id) => scores.get(id) ?? { part: 0, of: 1 })
        const others = applicationIds.filter((id) => outcomes.get(id) === 'draw').flatMap((id) => scores.get(id) ?? [])
        expect(seated.length).toBeLessThanOrEqual(seats)
        for (const one of seated) for (const other of others) expect(compareShares(one, other)).toBeGreaterThan(0)
        if (seated.length < seats && others.length > 0) {
          const best = others.toSorted((one, other) => compareShares(other, one))[0]
          expect(others.filter((other) => best && compareShares(other, best) === 0).length).toBeGreaterThan(seats - seated.length)
        }
      }),
    )
  })

  it('do not change when the list is given in another order', () => {
    fc.assert(
      fc.property(reviews, fc.integer({ min: 0, max: 16 }), (scored, seats) => {
        const scores = scoresOf(scored, criteria)
        const [there, back] = [applicationIds, applicationIds.toReversed()].map((ids) =>
          Object.fromEntries(reviewOutcomes(ids, scores, { kind: 'top', seats })),
        )
        expect(back).toEqual(there)
      }),
    )
  })

  it('have no cut where nobody was scored', () => {
    expect(cutOf(applicationIds, new Map(), 3)).toBeNull()
    expect(cutOf([], new Map(), 0)).toBeNull()
  })
})

describe('calibration', () => {
  const harsh = [
    give('a', 'harsh', 2, 2),
    give('a', 'mild', 4, 4),
    give('b', 'harsh', 1, 1),
    give('b', 'mild', 3, 3),
    give('c', 'mild', 5, 5),
  ]

  it('shows who gives less than the others for the same applications', () => {
    expect(calibrationOf(harsh, criteria)).toEqual([
      { reviewerId: 'harsh', count: 2, mean: 30, spread: 10, difference: -40 },
      { reviewerId: 'mild', count: 3, mean: 80, spread: expect.closeTo(16.33, 2), difference: 40 },
    ])
  })

  it('says nothing of who shares no application', () => {
    expect(calibrationOf([give('a', 'ada', 3, 3)], criteria)).toMatchObject([{ difference: null }])
  })

  it('adjusts by it for information', () => {
    expect(Object.fromEntries(adjustedScores(harsh, criteria))).toEqual({ a: 60, b: 40, c: 60 })
  })

  it('lists the applications whose reviewers lie furthest apart first', () => {
    const scored = [
      give('near', 'x', 3, 3),
      give('near', 'y', 3, 3),
      give('far', 'x', 1, 1),
      give('far', 'y', 5, 5),
      give('one', 'x', 1, 1),
    ]
    expect(disagreements(scored, criteria)).toEqual([
      { applicationId: 'far', lowest: 20, highest: 100 },
      { applicationId: 'near', lowest: 60, highest: 60 },
    ])
  })
})
