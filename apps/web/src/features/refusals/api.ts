import { useQuery } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { RefusalCount } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const whileSomebodyLooks = 10_000

/** How many applications were refused on each day, and why. */
export const useRefusals = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'refusals'],
    queryFn: async ({ signal }) =>
      (await request<{ items: RefusalCount[] }>('GET', `${eventBase(organization, eventId)}/refusals`, { signal })).items,
    refetchInterval: whileSomebodyLooks,
  })
