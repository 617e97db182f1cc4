import { request } from '../../lib/api/client.js'
import type { Confirmation } from '../../lib/api/types.js'

export const confirmApplication = (token: string, personalToken: string | undefined) =>
  request<Confirmation>('POST', '/api/confirmations', { body: { token, personalToken } })
