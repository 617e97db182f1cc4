import type { TestApp } from '../support/app.js'
import { type Answer, textAt } from '../support/http-client.js'
import { applyAndConfirm, bearer } from './application.js'
import type { PublishedEvent } from './published-event.js'
import { type SignedUp, unique } from './sign-up.js'

/** Somebody who applied and confirmed her address. */
export interface Fan {
  readonly name: string
  readonly email: string
  readonly personalToken: string
  readonly ticketId: string
}

/** So many fans with confirmed applications, made as fans make them. Needs an app with `smtp: true`, and an event that is open. */
export function enterFans(app: TestApp, owner: SignedUp, event: PublishedEvent, count: number): Promise<Fan[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const name = unique('Fan Vermeer ')
      const email = `${unique('fan')}@example.org`
      return { name, email, ...(await applyAndConfirm(app, owner, event, { name, email })) }
    }),
  )
}

/** What a fan sees and does on her page. */
export const personalPage = (app: TestApp, { personalToken }: Pick<Fan, 'personalToken'>): Promise<Answer> =>
  app.client().get('/api/me', bearer(personalToken))

export const answerInvitation = (
  app: TestApp,
  { personalToken }: Pick<Fan, 'personalToken'>,
  answer: 'accept' | 'decline',
): Promise<Answer> => app.client().post('/api/me/answer', { answer }, bearer(personalToken))

export const returnSeat = (app: TestApp, { personalToken }: Pick<Fan, 'personalToken'>): Promise<Answer> =>
  app.client().post('/api/me/return', undefined, bearer(personalToken))

export const withdraw = (app: TestApp, { personalToken }: Pick<Fan, 'personalToken'>): Promise<Answer> =>
  app.client().post('/api/me/withdrawal', undefined, bearer(personalToken))

/** The subjects of all mails to a fan so far. */
export const subjectsTo = ({ sink }: TestApp, { email }: Pick<Fan, 'email'>): string[] =>
  (sink?.mailsTo(email) ?? []).map(({ parsed }) => parsed.subject ?? '')

/** The public draw of an event. */
export const publicDraw = (app: Pick<TestApp, 'client'>, { slug }: SignedUp, event: PublishedEvent, path = ''): Promise<Answer> =>
  app.client().get(`/api/public/${slug}/${event.slug}/draw${path}`)

/** When the round of a committed draw comes out. */
export async function roundTime(app: Pick<TestApp, 'client'>, owner: SignedUp, event: PublishedEvent): Promise<Date> {
  return new Date(textAt((await publicDraw(app, owner, event)).body, 'roundTime'))
}
