import type { Criterion, ReviewRule } from '#policy'

const day = 24 * 3_600_000
const longestId = 16

/** What a review begins with: two readers for each application, blind, and two days for them. */
export function usualReview(closesAt: string): ReviewRule {
  return {
    outcome: { kind: 'threshold', percent: 60 },
    criteria: [{ id: 'answers', label: '', weight: 1 }],
    reviewsEach: 2,
    blind: true,
    until: new Date(Date.parse(closesAt) + 2 * day).toISOString(),
  }
}

/** One criterion more, under an id that no other has. */
export function withCriterion(criteria: readonly Criterion[]): readonly Criterion[] {
  const taken = new Set(criteria.map(({ id }) => id))
  let number = criteria.length + 1
  while (taken.has(`criterion-${number}`)) number += 1
  return [...criteria, { id: `criterion-${number}`.slice(0, longestId), label: '', weight: 1 }]
}
