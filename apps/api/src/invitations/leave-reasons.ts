/** Tokens that stand in the public log beside a seat that was given up, and in its database row. */
export const leaveReasons = {
  declined: 'declined',
  returned: 'returned',
  noAnswer: 'no-answer',
  withdrawn: 'own-wish',
  eventBegan: 'event-began',
} as const

/** Why the team may take a ticket out of the draw, and its seat back if it has one; published. */
export const exclusionReasons = ['house-rules', 'ineligible', 'duplicate', 'other'] as const
export type ExclusionReason = (typeof exclusionReasons)[number]
