import type { ReviewRule } from '#policy'
import type { Event } from '../events/index.js'
import { Conflict, Gone } from '../http/index.js'

/** How far the review of an event is: an event may have none, and applications are read between the close and the moment the scores are final. */
export type ReviewPhase = 'none' | 'before' | 'open' | 'over'

type ReviewedEvent = Pick<Event, 'policy' | 'publishedAt' | 'cancelledAt' | 'closesAt'>

export function reviewPhase({ policy: { review }, publishedAt, cancelledAt, closesAt }: ReviewedEvent, now: Date): ReviewPhase {
  if (review === null || publishedAt === null || cancelledAt !== null || closesAt === null) return 'none'
  if (now < closesAt) return 'before'
  return now < new Date(review.until) ? 'open' : 'over'
}

/** The rule of a review that is going on. Throws when there is none, not yet, or no longer. */
export function openReview(event: ReviewedEvent, now: Date): ReviewRule {
  const { review } = event.policy
  const phase = reviewPhase(event, now)
  if (review === null || phase === 'none') throw new Conflict('review:none')
  if (phase === 'before') throw new Conflict('review:before')
  if (phase === 'over') throw new Gone('review:over')
  return review
}
