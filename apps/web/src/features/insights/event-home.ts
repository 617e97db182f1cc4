import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { request } from '../../lib/api/client.js'
import type { EventHome, LiveFigures } from '../../lib/api/types.js'
import { queryClient } from '../../lib/query-client.js'
import { useLive } from '../../lib/use-live.js'
import { eventBase, eventKey } from '../events/index.js'

const everyFewSeconds = 4_000

/** The home of an event, kept up to date while somebody looks at it. */
export const useEventHome = (organization: string, eventId: string) => useStreamed<EventHome>(organization, eventId, 'home')

/** How applications come in, kept up to date while somebody looks at it. */
export const useLiveFigures = (organization: string, eventId: string) => useStreamed<LiveFigures>(organization, eventId, 'live')

function useStreamed<T>(organization: string, eventId: string, page: 'home' | 'live') {
  const path = `${eventBase(organization, eventId)}/${page}`
  const keep = useCallback(
    (state: T) => void queryClient.setQueryData([...eventKey(organization, eventId), page], state),
    [organization, eventId, page],
  )
  const live = useLive(path, keep)
  return useQuery({
    queryKey: [...eventKey(organization, eventId), page],
    queryFn: ({ signal }) => request<T>('GET', path, { signal }),
    refetchInterval: live ? false : everyFewSeconds,
    staleTime: 0,
  })
}
