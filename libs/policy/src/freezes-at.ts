import type { SelectionPolicy } from './policy.js'

/**
 * When the list of an event freezes and its draw is sealed: at the close of applications, or once the scores of a review are final.
 *
 * @param closesAt when applications close; null while a draft has no such time.
 */
export function freezesAt({ review }: Pick<SelectionPolicy, 'review'>, closesAt: Date): Date
export function freezesAt({ review }: Pick<SelectionPolicy, 'review'>, closesAt: Date | null): Date | null
export function freezesAt({ review }: Pick<SelectionPolicy, 'review'>, closesAt: Date | null): Date | null {
  if (review === null || closesAt === null) return closesAt
  return new Date(Math.max(new Date(review.until).getTime(), closesAt.getTime()))
}
