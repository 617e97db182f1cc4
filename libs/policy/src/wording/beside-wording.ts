import type { ReviewRule, SelectionPolicy } from '../policy.js'
import type { Speaker } from './say.js'
import type { WordingContext } from './wording-context.js'

/** Seats that are not drawn, and what comes before the draw. */
export function besideSentences({ picked, review }: SelectionPolicy, context: WordingContext, speaker: Speaker): readonly string[] {
  return [...pickedSentences(picked.seats, context, speaker), ...(review === null ? [] : reviewSentences(review, context, speaker))]
}

function pickedSentences(count: number, { capacity, pickedReasons = [] }: WordingContext, { say, any }: Speaker): readonly string[] {
  if (count === 0) return []
  return [
    say('beside.picked', { count, capacity }),
    pickedReasons.length === 0 ? say('beside.pickedWhy') : say('beside.pickedReasons', { reasons: any(pickedReasons) }),
  ]
}

function reviewSentences(review: ReviewRule, { capacity, formatTime }: WordingContext, { say, quote, all }: Speaker): readonly string[] {
  const { outcome, criteria, reviewsEach, blind, until } = review
  const weighted = criteria.some(({ weight }) => weight !== criteria[0]?.weight)
  const named = criteria.map(({ label, weight }) =>
    weighted && weight > 1 ? say('beside.criterion', { label: quote(label), weight }) : quote(label),
  )
  return [
    outcome.kind === 'top' ? say('beside.top', { count: outcome.seats, capacity }) : say('beside.threshold', { percent: outcome.percent }),
    say('beside.reviewers', { count: reviewsEach, criteria: all(named) }),
    say(blind ? 'beside.blind' : 'beside.seeing'),
    say('beside.until', { time: formatTime(until) }),
  ]
}
