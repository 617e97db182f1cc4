import { request } from '../../lib/api/client.js'

export const askForLink = (email: string) => request<void>('POST', '/api/lost-links', { body: { email } })
