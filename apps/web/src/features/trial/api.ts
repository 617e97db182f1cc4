import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { TrialClock, TrialMomentKey, TrialMoments } from '../../lib/api/types.js'

const clockKey = ['trial', 'clock']

/** The installation's clock; asked more often while the jobs of a jump are running. */
export const useTrialClock = () =>
  useQuery({
    queryKey: clockKey,
    queryFn: ({ signal }) => request<TrialClock>('GET', '/api/trial/clock', { signal }),
    refetchInterval: (query) => (query.state.data?.busy ? 500 : 10_000),
    staleTime: 0,
  })

export const useTrialMoments = (eventId: string | null) =>
  useQuery({
    queryKey: ['trial', 'moments', eventId],
    queryFn: ({ signal }) => request<TrialMoments>('GET', `/api/trial/events/${eventId}/moments`, { signal }),
    enabled: eventId !== null,
    staleTime: 0,
  })

export function useJump() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { eventId: string; moment: TrialMomentKey }) => request<{ now: string }>('POST', '/api/trial/clock', { body }),
    onSuccess: ({ now }) => client.setQueryData<TrialClock>(clockKey, { now, busy: true }),
  })
}
