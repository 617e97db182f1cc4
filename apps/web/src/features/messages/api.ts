import { useQuery } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { MessageSummary } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const whileSomebodyLooks = 10_000

export const useMessages = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'messages'],
    queryFn: ({ signal }) => request<{ items: MessageSummary[] }>('GET', `${eventBase(organization, eventId)}/messages`, { signal }),
    select: ({ items }) => items,
    refetchInterval: whileSomebodyLooks,
  })
