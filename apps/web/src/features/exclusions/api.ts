import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { Exclusion, ExclusionReason, Exclusions } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const whileSomebodyLooks = 10_000

const base = (organization: string, eventId: string) => `${eventBase(organization, eventId)}/exclusions`

/** Requests to exclude somebody and appeals, what waits for a decision first. */
export const useExclusions = (organization: string, eventId: string) =>
  useQuery({
    queryKey: [...eventKey(organization, eventId), 'exclusions'],
    queryFn: ({ signal }) => request<Exclusions>('GET', base(organization, eventId), { signal }),
    refetchInterval: whileSomebodyLooks,
  })

export type ExclusionWish = { applicationId: string; reason: ExclusionReason; note?: string }

export function useAskExclusion(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wish: ExclusionWish) => request<Exclusion>('POST', base(organization, eventId), { body: wish }),
    onSuccess: () => client.invalidateQueries({ queryKey: eventKey(organization, eventId) }),
  })
}

export type Decision =
  | { id: string; act: 'approval' | 'rejection' | 'appeal/grant' }
  | { id: string; act: 'appeal/refusal'; answer: string }
  | { id: string; act: 'taking-back' }

export function useDecideExclusion(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (decision: Decision): Promise<Exclusion | null> => {
      const one = `${base(organization, eventId)}/${decision.id}`
      if (decision.act === 'taking-back') return request<null>('DELETE', one)
      const body = decision.act === 'appeal/refusal' ? { body: { answer: decision.answer } } : {}
      return request<Exclusion>('POST', `${one}/${decision.act}`, body)
    },
    // Also after a refusal: then things stand differently by now.
    onSettled: () => client.invalidateQueries({ queryKey: eventKey(organization, eventId) }),
  })
}
