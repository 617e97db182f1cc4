import { useQuery } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { EventHome } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const everyFewSeconds = 4_000

/** The home of an event, asked for again every few seconds while somebody looks at it. */
export const useEventHome = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'home'],
    queryFn: ({ signal }) => request<EventHome>('GET', `${eventBase(organization, eventId)}/home`, { signal }),
    refetchInterval: everyFewSeconds,
    staleTime: 0,
  })
