import { may } from '#permissions'
import { useMembership } from '../../../lib/membership.js'
import { ReviewDeskPage } from './review-desk-page.js'
import { ReviewOverviewPage } from './review-overview-page.js'

/** Where the review leads: organizers see all of it, reviewers their desk. */
export function ReviewPage() {
  const { role } = useMembership()
  return may(role, 'reviews.see') ? <ReviewOverviewPage /> : <ReviewDeskPage />
}
