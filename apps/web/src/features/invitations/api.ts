import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { InvitationState, Invitations } from '../../lib/api/types.js'
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
