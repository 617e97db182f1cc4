import { request } from '../../../lib/api/client.js'
import type { ApplicationInput, EffortAhead, Receipt } from '../../../lib/api/types.js'

export const submitApplication = (organization: string, event: string, application: ApplicationInput, idempotencyKey: string) =>
  request<Receipt>('POST', `/api/public/${organization}/${event}/applications`, { body: application, idempotencyKey })

/** What an application from here would be asked to do first: nearly always nothing. */
export const effortAhead = (organization: string, event: string) =>
  request<EffortAhead>('GET', `/api/public/${organization}/${event}/effort`)
