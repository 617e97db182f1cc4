import { Outlet, useParams } from 'react-router'
import { useAccent } from '../../../lib/theme.js'
import { MembershipProvider } from '../../../lib/membership.js'
import { NothingHere } from './nothing-here.js'
import { useOpenSession } from './signed-in.js'

/** The pages of one organization, for its members; to others it does not exist. */
export function OrganizationLayout() {
  const { organization: slug } = useParams()
  const { memberships, user, trial, now } = useOpenSession()
  const membership = memberships.find(({ organization }) => organization.slug === slug)
  useAccent(membership?.organization)
  if (!membership) return <NothingHere />
  return (
    <MembershipProvider value={{ ...membership, user, trial, now }}>
      <Outlet />
    </MembershipProvider>
  )
}
