import type { TestApp } from '../support/app.js'
import { textAt } from '../support/http-client.js'
import { applyAndConfirm, bearer } from './application.js'
import { publishEvent, type PublishedEvent } from './published-event.js'
import { type SignedUp, unique } from './sign-up.js'

export interface Invitee {
  readonly name: string
  readonly email: string
  readonly personalToken: string
}

/** An event at which everybody who applies gets a seat, drawn; its invitees have not answered yet. Needs an app with `smtp: true`. */
export async function inviteAll(
  app: TestApp,
  owner: SignedUp,
  names: readonly string[],
  changes: Readonly<Record<string, unknown>> = {},
): Promise<{ event: PublishedEvent; invitees: Invitee[] }> {
  const event = await publishEvent(owner, { now: await app.now(), capacity: Math.max(1, names.length), changes })
  await app.moveTo(new Date(event.opensAt.getTime() + 60_000))
  const invitees: Invitee[] = []
  for (const name of names) {
    const email = `${unique('fan')}@example.org`
    const { personalToken } = await applyAndConfirm(app, owner, event, { name, email, handle: null })
    invitees.push({ name, email, personalToken })
  }
  await app.moveTo(new Date(event.closesAt.getTime() + 60_000))
  await app.moveTo(new Date(event.closesAt.getTime() + 3_600_000))
  return { event, invitees }
}

/** Answers the invitation and gives back the page. */
export async function answer(app: TestApp, { personalToken }: Invitee, says: 'accept' | 'decline'): Promise<unknown> {
  const answered = await app.client().post('/api/me/answer', { answer: says }, bearer(personalToken))
  if (answered.status !== 200) throw new Error(`Answering failed: ${answered.status} ${answered.text}`)
  return answered.body
}

export async function personalPage(app: TestApp, { personalToken }: Invitee): Promise<unknown> {
  const page = await app.client().get('/api/me', bearer(personalToken))
  if (page.status !== 200) throw new Error(`The page did not open: ${page.status} ${page.text}`)
  return page.body
}

/** The code on the badge of somebody who is coming. */
export async function badgeCode(app: TestApp, invitee: Invitee): Promise<string> {
  return textAt(await personalPage(app, invitee), 'badge.qr')
}
