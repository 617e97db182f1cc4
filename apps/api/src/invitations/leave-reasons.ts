/** Tokens that stand in the public log beside a seat that was given up, and in its database row. */
export const leaveReasons = {
  declined: 'declined',
  returned: 'returned',
  noAnswer: 'no-answer',
  withdrawn: 'own-wish',
  eventBegan: 'event-began',
} as const

/** Why the team may take an invitation back; published. */
export const revocationReasons = ['house-rules', 'ineligible', 'duplicate', 'other'] as const
export type RevocationReason = (typeof revocationReasons)[number]
