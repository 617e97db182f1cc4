import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { ApplicationImport, ApplicationImportDetail, ImportPlan } from '../../lib/api/types.js'
import { eventBase, eventKey } from '../events/index.js'

const whileItIsWorkedOn = 700

const importBase = (organization: string, eventId: string) => `${eventBase(organization, eventId)}/imports`
const importsKey = (organization: string, eventId: string) => [...eventKey(organization, eventId), 'imports']
const importKey = (organization: string, eventId: string, id: string) => [...importsKey(organization, eventId), id]

export const isWorkedOn = ({ state }: Pick<ApplicationImport, 'state'>): boolean => state === 'checking' || state === 'running'

export const useImports = (organization: string, eventId: string) =>
  useQuery({
    queryKey: importsKey(organization, eventId),
    queryFn: ({ signal }) => request<{ items: ApplicationImport[] }>('GET', importBase(organization, eventId), { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isWorkedOn) ? whileItIsWorkedOn : false),
  })

/** Has the list of files asked for again, and when people have come in everything that shows how many there are: the frame of the page too. */
export function useRefreshImports(organization: string, eventId: string) {
  const client = useQueryClient()
  const allEvents = eventKey(organization, eventId).slice(0, -1)
  return (whole: boolean) =>
    void client.invalidateQueries(whole ? { queryKey: allEvents } : { queryKey: importsKey(organization, eventId), exact: true })
}

export const useImport = (organization: string, eventId: string, id: string) =>
  useQuery({
    queryKey: importKey(organization, eventId, id),
    queryFn: ({ signal }) =>
      request<ApplicationImportDetail>('GET', `${importBase(organization, eventId)}/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isWorkedOn(state.data) ? whileItIsWorkedOn : false),
  })

export function useUploadImport(organization: string, eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.set('file', file)
      return request<ApplicationImportDetail>('POST', importBase(organization, eventId), { body })
    },
    onSuccess: (brought) => client.setQueryData(importKey(organization, eventId, brought.id), brought),
  })
}

/** What can be done with a file; `onBegun` is told that the server has begun with something that takes time. */
export function useImportActs(organization: string, eventId: string, id: string, onBegun: () => void) {
  const client = useQueryClient()
  const path = `${importBase(organization, eventId)}/${encodeURIComponent(id)}`
  const keep = (changed: ApplicationImportDetail) => {
    client.setQueryData(importKey(organization, eventId, id), changed)
    onBegun()
  }
  return {
    plan: useMutation({
      mutationFn: (plan: ImportPlan) => request<ApplicationImportDetail>('PUT', `${path}/plan`, { body: plan }),
      onSuccess: keep,
    }),
    run: useMutation({ mutationFn: () => request<ApplicationImportDetail>('POST', `${path}/run`), onSuccess: keep }),
    forget: useMutation({
      mutationFn: () => request('DELETE', path),
      onSuccess: () => client.invalidateQueries({ queryKey: importsKey(organization, eventId), exact: true }),
    }),
  }
}
