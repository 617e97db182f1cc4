import type { Role } from '#permissions'
import type { TestApp } from '../support/app.js'
import type { HttpClient } from '../support/http-client.js'
import { password, type SignedUp, unique } from './sign-up.js'

/** Somebody who was invited by mail into the organization, joined, and is signed in. Needs an app with `smtp: true`. */
export async function inviteColleague(app: TestApp, { client, slug }: SignedUp, role: Role): Promise<HttpClient> {
  const email = `${unique(role)}@duinlicht.example`
  const invited = await client.post(`/api/organizations/${slug}/members/invitations`, { email, role })
  if (invited.status !== 201) throw new Error(`Inviting failed: ${invited.status} ${invited.text}`)
  const mail = await app.sink?.mailTo(email)
  const token = mail?.parsed.text?.match(/\/join\/([\w-]+)/)?.[1]
  const colleague = app.client()
  const joined = await colleague.post(`/api/join/${token}`, { name: `Colleague ${email}`, password })
  if (joined.status !== 200) throw new Error(`Joining failed: ${joined.status} ${joined.text}`)
  return colleague
}
