import { describe, expect, it } from '@jest/globals'
import { policyProblems, usualPolicy } from '#policy'
import { usualReview, withCriterion } from './usual-review.js'

const closesAt = '2027-05-09T18:00:00.000Z'

describe('a review that an organizer begins with', () => {
  it('is possible where nothing is in its way, once its criterion is named', () => {
    const begun = usualReview(closesAt)
    const review = { ...begun, criteria: begun.criteria.map((criterion) => ({ ...criterion, label: 'Story' })) }
    const context = { capacity: 10, questions: [], opensAt: null, closesAt, answerBy: '2027-05-14T18:00:00.000Z', startsAt: null }
    expect(policyProblems({ ...usualPolicy, review }, context)).toEqual([])
    expect(policyProblems({ ...usualPolicy, review: begun }, context).map(({ path }) => path)).toEqual(['review.criteria.0.label'])
  })

  it('gives every further criterion an id of its own, also after one was taken away', () => {
    let criteria = usualReview(closesAt).criteria
    for (let count = 0; count < 12; count += 1) criteria = withCriterion(criteria.toSpliced(1, 1))
    const many = Array.from({ length: 8 }).reduce<typeof criteria>((before) => withCriterion(before), criteria)
    expect(new Set(many.map(({ id }) => id)).size).toBe(many.length)
    for (const { id } of many) expect(id).toMatch(/^[a-z0-9-]{1,16}$/)
  })
})
