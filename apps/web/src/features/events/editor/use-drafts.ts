import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Draft, Field } from './draft.js'

/** What was changed and not saved yet, and the version it was changed on. */
export type Drafts = { version: number; changes: Partial<Draft> }

const nothing: Drafts = { version: 0, changes: {} }

/**
 * Unsaved changes of one event. They lie beside what was fetched, so that going to another page and back loses nothing, and leave with the session.
 */
export function useDrafts(eventId: string) {
  const client = useQueryClient()
  const { data } = useQuery<Drafts>({
    queryKey: ['drafts', eventId],
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

  const update = useCallback(
    (change: (before: Drafts) => Drafts) => client.setQueryData<Drafts>(['drafts', eventId], (before) => change(before ?? nothing)),
    [client, eventId],
  )

  /** Takes these fields off the list of changes: they have been saved, or given up. */
  const settle = useCallback(
    (fields: readonly Field[], version: number) =>
      update(({ changes }) => ({
        version,
        changes: Object.fromEntries(Object.entries(changes).filter(([name]) => !fields.some((field) => field === name))),
      })),
    [update],
  )

  return { drafts: data ?? nothing, update, settle }
}
