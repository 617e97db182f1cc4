import { describe, expect, it } from '@jest/globals'
import { freezesAt, poolOfTheRest, type PolicyPool, type ReviewRule, usualPolicy } from './index.js'

const closesAt = new Date('2027-05-09T18:00:00Z')
const review = (until: string): ReviewRule => ({
  outcome: { kind: 'top', seats: 3 },
  criteria: [{ id: 'story', label: 'Story', weight: 1 }],
  reviewsEach: 2,
  blind: true,
  until,
})

describe('the freeze', () => {
  it('comes at the close of applications when nobody reviews them', () => {
    expect(freezesAt(usualPolicy, closesAt)).toEqual(closesAt)
    expect(freezesAt(usualPolicy, null)).toBeNull()
  })

  it('waits until the scores of a review are final', () => {
    expect(freezesAt({ review: review('2027-05-12T18:00:00Z') }, closesAt)).toEqual(new Date('2027-05-12T18:00:00Z'))
    expect(freezesAt({ review: review('2027-05-12T18:00:00Z') }, null)).toBeNull()
  })

  it('never comes before the close', () => {
    expect(freezesAt({ review: review('2027-05-01T18:00:00Z') }, closesAt)).toEqual(closesAt)
  })
})

describe('seats that nobody took beside the draw', () => {
  const pool = (id: string, seats: number | null, tag?: string): PolicyPool => ({
    id,
    seats,
    who: tag === undefined ? { kind: 'everybody' } : { kind: 'tag', tag },
    called: null,
    closesAt: null,
  })

  it.each([
    ['the pool without a number of its own', [pool('open', null), pool('late', 5)], 'late', 'open'],
    ['else the pool that seats spill to', [pool('one', 5), pool('two', 5), pool('local', 5, 'local')], 'one', 'one'],
    ['else the last pool for everybody', [pool('one', 5), pool('two', 5), pool('local', 5, 'local')], null, 'two'],
    ['else the last pool', [pool('press', 5, 'press'), pool('local', 5, 'local')], null, 'local'],
  ])('go to %s', (_, pools, spillTo, expected) => {
    expect(poolOfTheRest({ pools, spillTo })).toBe(expected)
  })
})
