import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../../lib/api/client.js'
import type { DuplicateList, DuplicateSetPage, JudgementList, MergeInput, SameMailboxCount, SetAsideInput } from '../../../lib/api/types.js'
import { eventBase, eventKey } from '../../events/index.js'

const setName = 'duplicate-set'

export type Show = 'open' | 'kept'

const withCursor = (path: string, params: Record<string, string>, cursor: string | null): string =>
  `${path}?${new URLSearchParams({ ...params, ...(cursor && { cursor }) })}`

const pages = { initialPageParam: null as string | null, getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor }

/** Applications that may be one person's, in sets, newest first. */
export const useDuplicates = (organization: string, eventId: string, show: Show) =>
  useInfiniteQuery({
    queryKey: [...eventKey(organization, eventId), 'duplicates', show],
    queryFn: ({ pageParam, signal }) =>
      request<DuplicateList>('GET', withCursor(`${eventBase(organization, eventId)}/duplicates`, { show }, pageParam), { signal }),
    ...pages,
  })

export const useDuplicateSet = (organization: string, eventId: string, setId: string) =>
  useInfiniteQuery({
    queryKey: [...eventKey(organization, eventId), setName, setId],
    queryFn: ({ pageParam, signal }) =>
      request<DuplicateSetPage>(
        'GET',
        withCursor(`${eventBase(organization, eventId)}/duplicates/${encodeURIComponent(setId)}`, {}, pageParam),
        {
          signal,
        },
      ),
    ...pages,
  })

export const useJudgements = (organization: string, eventId: string) =>
  useInfiniteQuery({
    queryKey: [...eventKey(organization, eventId), 'judgements'],
    queryFn: ({ pageParam, signal }) =>
      request<JudgementList>('GET', withCursor(`${eventBase(organization, eventId)}/judgements`, {}, pageParam), { signal }),
    ...pages,
  })

/** What setting aside all but one of each mailbox would do. */
export const useSameMailbox = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'same-mailbox'],
    queryFn: ({ signal }) => request<SameMailboxCount>('GET', `${eventBase(organization, eventId)}/same-mailbox`, { signal }),
  })

export type Decision =
  | { act: 'set-asides'; body: SetAsideInput }
  | { act: 'merges'; body: MergeInput }
  | { act: 'same-mailbox'; body: { note: string } }
  | { act: `duplicates/${string}/keep`; body: { note: string } }
  | { act: `judgements/${string}/undo` }

/**
 * Decides, or takes a decision back; what is shown of the event is asked for again, also after a refusal: then things stand differently by
 * now. A set that was decided about is no longer there to be asked for.
 */
export function useJudge(organization: string, eventId: string) {
  const client = useQueryClient()
  const ofEvent = eventKey(organization, eventId)
  return useMutation({
    mutationFn: ({ act, ...decision }: Decision) =>
      request<JudgementList>('POST', `${eventBase(organization, eventId)}/${act}`, 'body' in decision ? { body: decision.body } : {}),
    onError: () => client.invalidateQueries({ queryKey: ofEvent }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [...ofEvent, setName], refetchType: 'none' })
      await client.invalidateQueries({ queryKey: ofEvent, predicate: ({ queryKey }) => !queryKey.includes(setName) })
    },
  })
}
