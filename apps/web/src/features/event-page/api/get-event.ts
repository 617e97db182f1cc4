import { useEffect } from 'react'
import { request } from '../../../lib/api/client.js'
import type { PublicEvent } from '../../../lib/api/types.js'
import { pageData } from '../../../lib/page-data.js'
import { pageTime } from '../../../lib/server-time.js'
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
  useTimeOf(resource)
  return resource
}

/** Where the browser keeps back when the page was sent, its data may be as old as the browser's copy: then the data is asked for, which says it. */
function useTimeOf({ reload }: Resource<PublicEvent>): void {
  useEffect(() => {
    if ((pageData('event') ?? pageData('apply')) && pageTime() === null) void reload()
  }, [reload])
}
