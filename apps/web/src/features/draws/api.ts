import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { hasStatus } from '../../lib/api/problem.js'
import { request } from '../../lib/api/client.js'
import type { AwaitedRound, Contributors, EventSummary, PublicDraw } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const everyFewSeconds = 5_000

/** The draw as everybody may see it; null before there is a public page to see it on. */
export const useDraw = (organization: string, event: EventSummary) =>
  useQuery({
    queryKey: [...eventKey(organization, event.id), 'draw'],
    queryFn: async ({ signal }) => {
      try {
        return await request<PublicDraw>('GET', `/api/public/${encodeURIComponent(organization)}/${encodeURIComponent(event.slug)}/draw`, {
          signal,
        })
      } catch (error) {
        if (hasStatus(error, 404)) return null
        throw error
      }
    },
    refetchInterval: (query) => (query.state.data?.state === 'drawn' ? false : everyFewSeconds),
  })

const roundPath = (organization: string, eventId: string) => `${eventBase(organization, eventId)}/draw/round`

/** Whether the draw waits for a round that should be here by now. */
export const useAwaitedRound = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'awaited-round'],
    queryFn: ({ signal }) => request<AwaitedRound>('GET', roundPath(organization, eventId), { signal }),
    refetchInterval: everyFewSeconds,
  })

export function usePasteRound(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (round: string) => request<PublicDraw>('POST', roundPath(organization, eventId), { body: { round } }),
    onSuccess: () => client.invalidateQueries({ queryKey: eventKey(organization, eventId) }),
  })
}

const contributorsPath = (organization: string, eventId: string) => `${eventBase(organization, eventId)}/contributors`

/** Whose secrets go into the seed, and how far each is. */
export const useContributors = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'contributors'],
    queryFn: ({ signal }) => request<Contributors>('GET', contributorsPath(organization, eventId), { signal }),
    refetchInterval: everyFewSeconds,
  })

export function useMakeLink(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (contributor: string) =>
      request<{ url: string }>('POST', `${contributorsPath(organization, eventId)}/${encodeURIComponent(contributor)}/link`),
    onSuccess: () => client.invalidateQueries({ queryKey: [...eventKey(organization, eventId), 'contributors'] }),
  })
}

export function useStartAgain(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<null>('POST', `${contributorsPath(organization, eventId)}/absence`),
    onSuccess: () => client.invalidateQueries({ queryKey: eventKey(organization, eventId) }),
  })
}
