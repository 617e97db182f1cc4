import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type {
  EventDetail,
  EventInput,
  EventSummary,
  PublicEvent,
  QuestionEffects,
  QuestionInput,
  ReusableForm,
} from '../../lib/api/types.js'

export const eventsBase = (organization: string) => `/api/organizations/${encodeURIComponent(organization)}/events`
export const eventBase = (organization: string, eventId: string) => `${eventsBase(organization)}/${encodeURIComponent(eventId)}`

const eventsKey = (organization: string) => ['organization', organization, 'events']

/** Everything fetched about one event lies under this key, so that one invalidation refreshes all of it. */
export const eventKey = (organization: string, eventId: string) => [...eventsKey(organization), eventId]

/** All of them, because every page of an event looks itself up here; the server hands them out in pages. */
async function allEvents(organization: string, signal: AbortSignal): Promise<EventSummary[]> {
  const found: EventSummary[] = []
  let cursor: string | null = null
  do {
    const page: { items: EventSummary[]; nextCursor: string | null } = await request('GET', eventsBase(organization), {
      query: { cursor },
      signal,
    })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return found
}

export const useEvents = (organization: string) =>
  useQuery({ queryKey: eventsKey(organization), queryFn: ({ signal }) => allEvents(organization, signal) })

export const eventQuery = (organization: string, eventId: string) =>
  queryOptions({
    queryKey: [...eventKey(organization, eventId), 'detail'],
    queryFn: ({ signal }) => request<EventDetail>('GET', eventBase(organization, eventId), { signal }),
  })

export const useEvent = (organization: string, eventId: string) => useQuery(eventQuery(organization, eventId))

export const usePreview = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'preview'],
    queryFn: ({ signal }) => request<PublicEvent>('GET', `${eventBase(organization, eventId)}/preview`, { signal }),
    staleTime: 0,
  })

/** A change of one event whose answer is the event as it is now. */
function useEventChange<Input>(organization: string, eventId: string, change: (input: Input) => Promise<EventDetail>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (event) => {
      client.setQueryData(eventQuery(organization, eventId).queryKey, event)
      return client.invalidateQueries({ queryKey: eventsKey(organization) })
    },
  })
}

export const useChangeEvent = (organization: string, eventId: string) =>
  useEventChange(
    organization,
    eventId,
    ({ version, change, confirm }: { version: number; change: Partial<EventInput>; confirm?: readonly string[] | undefined }) =>
      request<EventDetail>('PATCH', eventBase(organization, eventId), { body: { ...change, confirm }, ifMatch: version }),
  )

/** What these questions would do to the answers that were given to the ones before. */
export const useQuestionEffects = (organization: string, eventId: string) =>
  useMutation({
    mutationFn: (questions: readonly QuestionInput[]) =>
      request<QuestionEffects>('POST', `${eventBase(organization, eventId)}/question-effects`, { body: { questions } }),
  })

/** The forms of the organization's events. */
export const useReusableForms = (organization: string, form: 'application' | 'survey', enabled: boolean) =>
  useQuery({
    queryKey: [...eventsKey(organization), 'reusable-forms', form],
    queryFn: ({ signal }) =>
      request<{ items: ReusableForm[] }>('GET', `/api/organizations/${encodeURIComponent(organization)}/reusable-forms`, {
        query: { form },
        signal,
      }),
    enabled,
  })

export const usePublish = (organization: string, eventId: string) =>
  useEventChange(organization, eventId, () => request<EventDetail>('POST', `${eventBase(organization, eventId)}/publication`, { body: {} }))

export const useCancelEvent = (organization: string, eventId: string) =>
  useEventChange(organization, eventId, (body: { reason: string; confirmTitle: string }) =>
    request<EventDetail>('POST', `${eventBase(organization, eventId)}/cancellation`, { body }),
  )

export function useNewEvent(organization: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { title: string }) => request<EventDetail>('POST', eventsBase(organization), { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: eventsKey(organization) }),
  })
}

export function useDuplicateEvent(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<EventDetail>('POST', `${eventBase(organization, eventId)}/duplicate`, { body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: eventsKey(organization) }),
  })
}

export function useDeleteDraft(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<void>('DELETE', eventBase(organization, eventId)),
    onSuccess: () => {
      client.removeQueries({ queryKey: eventKey(organization, eventId) })
      return client.invalidateQueries({ queryKey: eventsKey(organization), exact: true })
    },
  })
}
