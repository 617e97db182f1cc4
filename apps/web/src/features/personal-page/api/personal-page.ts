import { request } from '../../../lib/api/client.js'
import type { Answers, PersonalPage } from '../../../lib/api/types.js'
import { pageData } from '../../../lib/page-data.js'
import { type Resource, useResource } from '../../../lib/use-resource.js'
import type { SentFile } from '../../questions/index.js'

export const getPersonalPage = (token: string, signal?: AbortSignal) => request<PersonalPage>('GET', '/api/me', { token, signal })

export const usePersonalPage = (token: string): Resource<PersonalPage> =>
  useResource(token, pageData('me')?.me ?? null, (signal) => getPersonalPage(token, signal))

/** The files among her answers; asked for only when there are any. */
export function useOwnFiles(token: string, { event, answers }: PersonalPage): readonly SentFile[] {
  const ids = event.questions.flatMap(({ id, type }) => (type === 'file' && answers[id] ? [answers[id]] : []))
  const none = ids.length === 0 ? { items: [] } : null
  const load = (signal: AbortSignal) => request<{ items: SentFile[] }>('GET', '/api/me/files', { token, signal })
  return useResource(`${token} ${ids.join(' ')}`, none, load).data?.items ?? []
}

export type ApplicationEdit = { name: string; handle: string; answers: Answers }

export const editApplication = (token: string, version: number, edit: ApplicationEdit) =>
  request<PersonalPage>('PATCH', '/api/me', { token, ifMatch: version, body: edit })

export const withdraw = (token: string) => request<PersonalPage>('POST', '/api/me/withdrawal', { token })

/** Undoes a withdrawal, until the close. */
export const rejoin = (token: string) => request<PersonalPage>('DELETE', '/api/me/withdrawal', { token })

export const resendConfirmation = (token: string) => request<void>('POST', '/api/me/confirmation-mail', { token })

export const answerInvitation = (token: string, answer: 'accept' | 'decline') =>
  request<PersonalPage>('POST', '/api/me/answer', { token, body: { answer } })

export const returnSeat = (token: string) => request<PersonalPage>('POST', '/api/me/return', { token })

export const appealExclusion = (token: string, text: string) => request<PersonalPage>('POST', '/api/me/appeal', { token, body: { text } })

export const answerSurvey = (token: string, answers: Answers) =>
  request<PersonalPage>('POST', '/api/me/survey', { token, body: { answers } })
