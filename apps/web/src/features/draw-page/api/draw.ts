import { request } from '../../../lib/api/client.js'
import type { DrawLog, DrawTickets, PublicDraw } from '../../../lib/api/types.js'
import { pageData } from '../../../lib/page-data.js'
import { type Resource, useResource } from '../../../lib/use-resource.js'

const address = (organization: string, event: string) => `/api/public/${organization}/${event}/draw`

export const getDraw = (organization: string, event: string, signal?: AbortSignal) =>
  request<PublicDraw>('GET', address(organization, event), { signal })

export const useDraw = (organization: string, event: string): Resource<PublicDraw> =>
  useResource(`${organization}/${event}`, pageData('draw')?.draw ?? null, (signal) => getDraw(organization, event, signal))

/** Tickets in the order of the draw after a rank, or those whose number begins so. */
export const getTickets = (organization: string, event: string, query: { after?: number; ticket?: string }, signal?: AbortSignal) =>
  request<DrawTickets>('GET', `${address(organization, event)}/tickets`, { query, signal })

export const getLog = (organization: string, event: string, after: string | null) =>
  request<DrawLog>('GET', `${address(organization, event)}/log`, { query: { after } })

/** The whole proof, as a file to keep and to check. */
export const proofArchive = (organization: string, event: string) => `${address(organization, event)}/bundle.zip`
