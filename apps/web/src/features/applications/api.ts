import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { ApplicationDetail, ApplicationPage, ApplicationView, FoundCount, Tagging } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'
import { filterParams, type Listed, listedBody } from './listed.js'

const whileSomebodyLooks = 10_000

const listKey = (organization: string, eventId: string) => [...eventKey(organization, eventId), 'applications']

/** The applications of an event page by page, in the order that was asked for. */
export const useApplications = (organization: string, eventId: string, listed: Listed) =>
  useInfiniteQuery({
    queryKey: [...listKey(organization, eventId), listed],
    queryFn: ({ pageParam, signal }) =>
      request<ApplicationPage>('GET', `${eventBase(organization, eventId)}/applications?${pageParams(listed, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // Somebody who has read far down is not sent back through all those pages.
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > 2 ? false : whileSomebodyLooks),
  })

function pageParams(listed: Listed, cursor: string | null): URLSearchParams {
  const params = filterParams(listed)
  params.set('sort', listed.sort)
  for (const name of listed.column) params.append('column', name)
  if (cursor) params.set('cursor', cursor)
  return params
}

/** How many a filter finds; a question of its own, so that the list does not wait for the answer. */
export const useFoundCount = (organization: string, eventId: string, listed: Listed, wanted: boolean) =>
  useQuery({
    queryKey: [...listKey(organization, eventId), 'count', filterParams(listed).toString()],
    queryFn: ({ signal }) =>
      request<FoundCount>('GET', `${eventBase(organization, eventId)}/application-count?${filterParams(listed)}`, { signal }),
    enabled: wanted,
  })

const applicationKey = (organization: string, eventId: string, applicationId: string) => [
  ...eventKey(organization, eventId),
  'application',
  applicationId,
]

export const applicationBase = (organization: string, eventId: string, applicationId: string) =>
  `${eventBase(organization, eventId)}/applications/${encodeURIComponent(applicationId)}`

export const useApplication = (organization: string, eventId: string, applicationId: string) =>
  useQuery({
    queryKey: applicationKey(organization, eventId, applicationId),
    queryFn: ({ signal }) => request<ApplicationDetail>('GET', applicationBase(organization, eventId, applicationId), { signal }),
  })

export function useTagApplication(organization: string, eventId: string, applicationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (tags: string[]) =>
      request<ApplicationDetail>('PUT', `${applicationBase(organization, eventId, applicationId)}/tags`, { body: { tags } }),
    onSuccess: (application) => client.setQueryData(applicationKey(organization, eventId, applicationId), application),
  })
}

/** Gives many a tag, or takes it: those that were chosen, or everybody whom the list shows. */
export function useTagMany(organization: string, eventId: string) {
  return useMutation({
    mutationFn: ({ ids, listed, ...what }: { tag: string; present: boolean; ids: readonly string[] | null; listed: Listed }) =>
      request<Tagging>('POST', `${eventBase(organization, eventId)}/taggings`, {
        body: { ...what, ...(ids ? { applicationIds: ids } : { filter: filterOnly(listed) }) },
      }),
  })
}

function filterOnly(listed: Listed) {
  const { sort: _, column: __, ...filter } = listedBody(listed)
  return filter
}

export function useTagging(organization: string, eventId: string, taggingId: string | undefined) {
  return useQuery({
    queryKey: [...eventKey(organization, eventId), 'tagging', taggingId],
    queryFn: ({ signal }) => request<Tagging>('GET', `${eventBase(organization, eventId)}/taggings/${taggingId ?? ''}`, { signal }),
    enabled: taggingId !== undefined,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : 500),
  })
}

/** Everything that the list and the applications in it show is asked for again. */
export function useRefreshApplications(organization: string, eventId: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: eventKey(organization, eventId) })
}

const viewsKey = (organization: string, eventId: string) => [...eventKey(organization, eventId), 'application-views']
const viewsBase = (organization: string, eventId: string) => `${eventBase(organization, eventId)}/application-views`

export const useViews = (organization: string, eventId: string) =>
  useQuery({
    queryKey: viewsKey(organization, eventId),
    queryFn: async ({ signal }) => (await request<{ items: ApplicationView[] }>('GET', viewsBase(organization, eventId), { signal })).items,
  })

export type ViewChange = { id: string | null; name: string; shared: boolean; listed: Listed } | { remove: string }

/** Saves a view, changes one, or takes one away. */
export function useChangeViews(organization: string, eventId: string) {
  const client = useQueryClient()
  const base = viewsBase(organization, eventId)
  return useMutation({
    mutationFn: async (change: ViewChange) => {
      if ('remove' in change) return request<{ items: ApplicationView[] }>('DELETE', `${base}/${change.remove}`)
      const { id, name, shared, listed } = change
      const body = { name, shared, list: listedBody(listed) }
      return id === null
        ? request<{ items: ApplicationView[] }>('POST', base, { body })
        : request<{ items: ApplicationView[] }>('PUT', `${base}/${id}`, { body })
    },
    onSuccess: ({ items }) => client.setQueryData(viewsKey(organization, eventId), items),
  })
}
