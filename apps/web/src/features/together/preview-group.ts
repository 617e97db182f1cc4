import { request } from '../../lib/api/client.js'
import type { PublicEvent, TogetherPreview } from '../../lib/api/types.js'
import { type Resource, useResource } from '../../lib/use-resource.js'

const previewGroup = (event: PublicEvent, token: string, signal: AbortSignal) =>
  request<TogetherPreview>('POST', `/api/public/${event.organization.slug}/${event.slug}/group`, { body: { token }, signal })

/** Whom somebody with this link would join. */
export const useGroupPreview = (event: PublicEvent, token: string): Resource<TogetherPreview> =>
  useResource(`${event.id} ${token}`, null, (signal) => previewGroup(event, token, signal))
