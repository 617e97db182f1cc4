import { request } from '../../lib/api/client.js'
import type { MailBlock } from '../../lib/api/types.js'

const path = (token: string) => `/no-mail/${encodeURIComponent(token)}`

export const blockMails = (token: string) => request<MailBlock>('POST', path(token))
export const unblockMails = (token: string) => request<MailBlock>('DELETE', path(token))
