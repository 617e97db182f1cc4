import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { Attendee, CheckInResult, DoorState } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const everyFewSeconds = 5_000
const key = (organization: string, eventId: string) => [...eventKey(organization, eventId), 'door']

/** The counts at the door; other colleagues may be letting people in too. */
export const useDoor = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...key(organization, eventId), 'counts'],
    queryFn: ({ signal }) => request<DoorState>('GET', `${eventBase(organization, eventId)}/door`, { signal }),
    refetchInterval: everyFewSeconds,
  })

export const useAttendees = (organization: string, eventId: string, search: string, enabled = true) =>
  useQuery({
    queryKey: [...key(organization, eventId), 'attendees', search],
    queryFn: ({ signal }) =>
      request<{ items: Attendee[] }>('GET', `${eventBase(organization, eventId)}/attendees`, { query: { search }, signal }),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
    refetchInterval: everyFewSeconds,
    enabled,
  })

/** Who is at the door: a badge's code, or somebody found by name. */
export type Arrival = { code: string } | { applicationId: string }

export function useCheckIn(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Arrival) => request<CheckInResult>('POST', `${eventBase(organization, eventId)}/check-ins`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: key(organization, eventId) }),
  })
}

export function useUndoCheckIn(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (applicationId: string) => request('DELETE', `${eventBase(organization, eventId)}/check-ins/${applicationId}`),
    onSuccess: () => client.invalidateQueries({ queryKey: key(organization, eventId) }),
  })
}
