import { useQuery } from '@tanstack/react-query'
import { hasStatus } from '../../lib/api/problem.js'
import { request } from '../../lib/api/client.js'
import type { EventSummary, PublicDraw } from '../../lib/api/types.js'
import { eventKey } from '../events/index.js'

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
