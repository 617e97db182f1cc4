import { useQuery } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { SurveyResults } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const whileSomebodyLooks = 10_000

export const useSurvey = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'survey'],
    queryFn: ({ signal }) => request<SurveyResults>('GET', `${eventBase(organization, eventId)}/survey`, { signal }),
    refetchInterval: whileSomebodyLooks,
  })
