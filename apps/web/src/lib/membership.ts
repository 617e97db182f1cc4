import { createContext, use } from 'react'
import type { Instant, OrganizationSummary, Role, Session } from './api/types.js'

export type Membership = {
  user: NonNullable<Session['user']>
  organization: OrganizationSummary
  role: Role
  trial: boolean /** The server's time when the session was read. */
  now: Instant
}

const MembershipContext = createContext<Membership | null>(null)

/** Goes around the pages of one organization. */
export const MembershipProvider = MembershipContext.Provider

/** Who is here, for which organization, in which role. */
export function useMembership(): Membership {
  const membership = use(MembershipContext)
  if (!membership) throw new Error('useMembership() needs a MembershipProvider around it: it is for pages of one organization only.')
  return membership
}
