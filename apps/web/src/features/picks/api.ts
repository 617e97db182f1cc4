import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { PickReason, Picks } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

/** The seats beside the draw: how many the team may give, and who has one. */
export const usePicks = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'picks'],
    queryFn: ({ signal }) => request<Picks>('GET', `${eventBase(organization, eventId)}/picks`, { signal }),
  })

const pickPath = (organization: string, eventId: string, applicationId: string) =>
  `${eventBase(organization, eventId)}/applications/${encodeURIComponent(applicationId)}/pick`

export function useGiveSeat(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ applicationId, reason }: { applicationId: string; reason: PickReason }) =>
      request<Picks>('PUT', pickPath(organization, eventId, applicationId), { body: { reason } }),
    onSettled: () => client.invalidateQueries({ queryKey: eventKey(organization, eventId) }),
  })
}

export function useTakeSeatBack(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (applicationId: string) => request<Picks>('DELETE', pickPath(organization, eventId, applicationId)),
    onSettled: () => client.invalidateQueries({ queryKey: eventKey(organization, eventId) }),
  })
}
