import { createContext, type ReactNode, use } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ErrorPage, PageSkeleton } from '../../../components/index.js'
import { useSession } from '../../../features/accounts/index.js'
import type { Session } from '../../../lib/api/types.js'
import { paths } from '../../paths.js'

export type OpenSession = Session & { user: NonNullable<Session['user']> }

const SessionContext = createContext<OpenSession | null>(null)

/** Shows its pages to who is signed in; everybody else is asked to, and comes back here afterwards. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useSession()
  const { pathname, search } = useLocation()
  if (session.isPending) return <PageSkeleton />
  if (!session.data) return <ErrorPage error={session.error} onRetry={() => void session.refetch()} />
  const { user } = session.data
  return user ? (
    <SessionContext value={{ ...session.data, user }}>{children}</SessionContext>
  ) : (
    <Navigate to={paths.signIn(pathname + search)} replace />
  )
}

export function useOpenSession(): OpenSession {
  const session = use(SessionContext)
  if (!session) throw new Error('useOpenSession() needs <SignedIn> around it.')
  return session
}
