import { request } from '../../../lib/api/client.js'
import type { PublicEvent } from '../../../lib/api/types.js'
import { pageData } from '../../../lib/page-data.js'
import { type Resource, useResource } from '../../../lib/use-resource.js'

export const getEvent = (organization: string, event: string, signal?: AbortSignal) =>
  request<PublicEvent>('GET', `/api/public/${organization}/${event}`, { signal })

/** Seen on one page, an event need not be fetched again by the next one before that shows anything. */
const seen = new Map<string, PublicEvent>()

export function useEvent(organization: string, event: string): Resource<PublicEvent> {
  const key = `${organization}/${event}`
  const initial = pageData('event')?.event ?? pageData('apply')?.event ?? pageData('draw')?.event ?? seen.get(key) ?? null
  const resource = useResource(key, initial, (signal) => getEvent(organization, event, signal))
  if (resource.data) seen.set(key, resource.data)
  return resource
}
