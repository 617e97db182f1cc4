import type { PolicyContext } from '../policy-context.js'
import type { ReviewRule } from '../policy.js'
import { idRules } from './name-rules.js'
import { brokenRules, type PolicyProblem, type Rule } from './problem.js'

const minute = 60_000
/** Nobody reads an application well in less, and the scores must be final before anything is sealed. */
const shortestReview = 60 * minute
/** From the freeze to the ranked list, with a minute to answer in. */
const drawTakes = 11 * minute
const largestCriterion = 10
const mostReviews = 5

/** What is wrong with the reading of applications. */
export function reviewProblems(review: ReviewRule | null, context: PolicyContext): readonly PolicyProblem[] {
  if (review === null) return []
  const { criteria, outcome, reviewsEach } = review
  return brokenRules([
    [criteria.length === 0, 'review.criteria', 'criteriaNone'],
    ...idRules('review.criteria', criteria),
    ...criteria.map(({ label }, index): Rule => [label.trim() === '', `review.criteria.${index}.label`, 'criterionLabel']),
    ...criteria.map(
      ({ weight }, index): Rule => [
        weight < 1 || weight > largestCriterion,
        `review.criteria.${index}.weight`,
        'criterionWeight',
        { weight, max: largestCriterion },
      ],
    ),
    [reviewsEach < 1 || reviewsEach > mostReviews, 'review.reviewsEach', 'reviewsEach', { max: mostReviews }],
    [
      outcome.kind === 'threshold' && (outcome.percent < 1 || outcome.percent > 100),
      'review.outcome.percent',
      'threshold',
      { percent: outcome.kind === 'threshold' ? outcome.percent : 0 },
    ],
    ...timeRules(Date.parse(review.until), context),
  ])
}

function timeRules(until: number, { closesAt, answerBy = null, startsAt }: PolicyContext): readonly Rule[] {
  const close = closesAt === null ? null : Date.parse(closesAt)
  return [
    [close !== null && until <= close, 'review.until', 'reviewBeforeClose'],
    [close !== null && until > close && until < close + shortestReview, 'review.until', 'reviewTooShort'],
    [answerBy !== null && until + drawTakes > Date.parse(answerBy), 'review.until', 'reviewTooLate'],
    [answerBy === null && startsAt !== null && until + drawTakes > Date.parse(startsAt), 'review.until', 'reviewAfterStart'],
  ]
}
