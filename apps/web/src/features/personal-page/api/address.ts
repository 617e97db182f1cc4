import { request } from '../../../lib/api/client.js'
import type { PersonalPage } from '../../../lib/api/types.js'

export const changeAddress = (token: string, email: string) =>
  request<PersonalPage>('POST', '/api/me/address-change', { token, body: { email } })

/** Takes back a change that waits. */
export const keepAddress = (token: string) => request<PersonalPage>('DELETE', '/api/me/address-change', { token })
