import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { InvitationState, Invitations, RevocationReason } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const whileSomebodyLooks = 10_000

/** The invitations of an event in the order of the draw. */
export const useInvitations = (organization: string, eventId: string, state: InvitationState | '') =>
  useInfiniteQuery({
    queryKey: [...eventKey(organization, eventId), 'invitations', state],
    queryFn: ({ pageParam, signal }) =>
      request<Invitations>('GET', `${eventBase(organization, eventId)}/invitations`, { query: { state, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: whileSomebodyLooks,
  })

export function useRevokeInvitation(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; reason: RevocationReason; note?: string }) =>
      request('POST', `${eventBase(organization, eventId)}/invitations/${id}/revocation`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: eventKey(organization, eventId) }),
  })
}
