import { request } from '../../../lib/api/client.js'
import type { ApplicationInput, Receipt } from '../../../lib/api/types.js'

export const submitApplication = (organization: string, event: string, application: ApplicationInput, idempotencyKey: string) =>
  request<Receipt>('POST', `/api/public/${organization}/${event}/applications`, { body: application, idempotencyKey })
