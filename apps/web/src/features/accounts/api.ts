import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { JoinInvitation, Locale, Session } from '../../lib/api/types.js'
import { queryClient } from '../../lib/query-client.js'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<Session>('GET', '/api/session', { signal }),
  staleTime: 60_000,
})

export const useSession = () => useQuery(sessionQuery)

/** A new session makes everything that was fetched before somebody else's. */
function enter(session: Session): void {
  queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, session)
}

export type Credentials = { email: string; password: string }

export const useSignIn = () =>
  useMutation({ mutationFn: (body: Credentials) => request<Session>('POST', '/api/session', { body }), onSuccess: enter })

export type NewAccount = Credentials & { organizationName: string; name: string; locale: Locale }

export const useSignUp = () =>
  useMutation({ mutationFn: (body: NewAccount) => request<Session>('POST', '/api/accounts', { body }), onSuccess: enter })

export const useSignOut = () =>
  useMutation({ mutationFn: () => request<void>('DELETE', '/api/session'), onSuccess: () => queryClient.clear() })

export const useForgotPassword = () =>
  useMutation({ mutationFn: (body: { email: string }) => request<void>('POST', '/api/password-resets', { body }) })

export const useNewPassword = (token: string) =>
  useMutation({
    mutationFn: (body: { password: string }) => request<void>('POST', `/api/password-resets/${encodeURIComponent(token)}`, { body }),
  })

export const useJoinInvitation = (token: string) =>
  useQuery({
    queryKey: ['join', token],
    queryFn: ({ signal }) => request<JoinInvitation>('GET', `/api/join/${encodeURIComponent(token)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useJoin = (token: string) =>
  useMutation({
    mutationFn: (body: { name?: string; password: string }) => request<Session>('POST', `/api/join/${encodeURIComponent(token)}`, { body }),
    onSuccess: enter,
  })
