import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { NextReview, ReviewDesk, ReviewOverview, ReviewTask } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const whileSomebodyLooks = 15_000
const reviewBase = (organization: string, eventId: string) => `${eventBase(organization, eventId)}/review`
const reviewKey = (organization: string, eventId: string) => [...eventKey(organization, eventId), 'review']

/** The criteria, how far this reviewer is, and what she has scored. */
export const useReviewDesk = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...reviewKey(organization, eventId), 'desk'],
    queryFn: ({ signal }) => request<ReviewDesk>('GET', reviewBase(organization, eventId), { signal }),
  })

/** The application in hand, or the next one: asking again gives the same until it is scored. */
export const useNextReview = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...reviewKey(organization, eventId), 'next'],
    queryFn: () => request<NextReview>('POST', `${reviewBase(organization, eventId)}/next`),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** One that she has scored before. */
export const useReviewTask = (organization: string, eventId: string, reviewId: string) =>
  useQuery({
    queryKey: [...reviewKey(organization, eventId), 'task', reviewId],
    queryFn: ({ signal }) =>
      request<ReviewTask>('GET', `${reviewBase(organization, eventId)}/mine/${encodeURIComponent(reviewId)}`, { signal }),
  })

/** Where a file among the answers of such a one is read. */
export const reviewedFileUrl = (organization: string, eventId: string, reviewId: string, questionId: string) =>
  `${reviewBase(organization, eventId)}/mine/${encodeURIComponent(reviewId)}/files/${encodeURIComponent(questionId)}`

export const useReviewOverview = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...reviewKey(organization, eventId), 'overview'],
    queryFn: ({ signal }) => request<ReviewOverview>('GET', `${reviewBase(organization, eventId)}/overview`, { signal }),
    refetchInterval: whileSomebodyLooks,
  })

export type Verdict = { points: Record<string, number>; note: string } | 'conflict'

/** What she says of the application in hand. */
export function useJudge(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: Verdict }) => {
      const path = `${reviewBase(organization, eventId)}/mine/${encodeURIComponent(id)}`
      return verdict === 'conflict'
        ? request<ReviewDesk>('PUT', `${path}/conflict`)
        : request<ReviewDesk>('PUT', `${path}/score`, { body: verdict })
    },
    onSettled: () => client.invalidateQueries({ queryKey: reviewKey(organization, eventId) }),
  })
}
