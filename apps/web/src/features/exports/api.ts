import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { ApplicationExport, ExportInput } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const whileOneIsMade = 1000

const exportBase = (organization: string, eventId: string) => `${eventBase(organization, eventId)}/exports`
const exportsKey = (organization: string, eventId: string) => [...eventKey(organization, eventId), 'exports']

export const exportFile = (organization: string, eventId: string, exportId: string) =>
  `${exportBase(organization, eventId)}/${exportId}/file`

export const isBeingMade = ({ state }: ApplicationExport): boolean => state === 'waiting' || state === 'running'

/** The files of the last days; while one is being made, it is asked again how far it is. */
export const useExports = (organization: string, eventId: string, wanted: boolean) =>
  useQuery({
    queryKey: exportsKey(organization, eventId),
    queryFn: ({ signal }) => request<{ items: ApplicationExport[] }>('GET', exportBase(organization, eventId), { signal }),
    enabled: wanted,
    refetchInterval: ({ state }) => (state.data?.items.some(isBeingMade) ? whileOneIsMade : false),
  })

export function useRequestExport(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ExportInput) => request<ApplicationExport>('POST', exportBase(organization, eventId), { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: exportsKey(organization, eventId) }),
  })
}

export function useForgetExport(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (exportId: string) => request('DELETE', `${exportBase(organization, eventId)}/${exportId}`),
    onSuccess: () => client.invalidateQueries({ queryKey: exportsKey(organization, eventId) }),
  })
}
