import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { ApplicationDetail, ApplicationPage, Step } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

export type Filter = { search: string; step: Step | '' }

const whileSomebodyLooks = 10_000

/** The applications of an event page by page, newest first. */
export const useApplications = (organization: string, eventId: string, { search, step }: Filter) =>
  useInfiniteQuery({
    queryKey: [...eventKey(organization, eventId), 'applications', { search, step }],
    queryFn: ({ pageParam, signal }) =>
      request<ApplicationPage>('GET', `${eventBase(organization, eventId)}/applications`, {
        query: { search, step, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: whileSomebodyLooks,
  })

const applicationKey = (organization: string, eventId: string, applicationId: string) => [
  ...eventKey(organization, eventId),
  'application',
  applicationId,
]

export const useApplication = (organization: string, eventId: string, applicationId: string) =>
  useQuery({
    queryKey: applicationKey(organization, eventId, applicationId),
    queryFn: ({ signal }) =>
      request<ApplicationDetail>('GET', `${eventBase(organization, eventId)}/applications/${encodeURIComponent(applicationId)}`, {
        signal,
      }),
  })

export function useTagApplication(organization: string, eventId: string, applicationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (tags: string[]) =>
      request<ApplicationDetail>('PUT', `${eventBase(organization, eventId)}/applications/${encodeURIComponent(applicationId)}/tags`, {
        body: { tags },
      }),
    onSuccess: (application) => client.setQueryData(applicationKey(organization, eventId, applicationId), application),
  })
}
