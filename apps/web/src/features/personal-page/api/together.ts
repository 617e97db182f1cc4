import { request } from '../../../lib/api/client.js'
import type { PersonalPage } from '../../../lib/api/types.js'

export const foundGroup = (token: string) => request<PersonalPage>('POST', '/api/me/group', { token })

export const joinGroup = (token: string, groupToken: string) =>
  request<PersonalPage>('POST', '/api/me/group/membership', { token, body: { token: groupToken } })

export const leaveGroup = (token: string) => request<PersonalPage>('DELETE', '/api/me/group/membership', { token })

export const removeCompanion = (token: string, companionId: string) =>
  request<PersonalPage>('DELETE', `/api/me/group/companions/${companionId}`, { token })

export const renewGroupLink = (token: string) => request<PersonalPage>('POST', '/api/me/group/link', { token })
