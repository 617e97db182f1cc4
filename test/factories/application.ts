import { randomBytes } from 'node:crypto'
import type { TestApp } from '../support/app.js'
import { type Answer, HttpClient, textAt } from '../support/http-client.js'
import type { PublishedEvent } from './published-event.js'
import type { SignedUp } from './sign-up.js'

/** What a fan sends, with answers that fit the questions of publishEvent(). */
export function applicationBody(
  { questionIds: [from = '', , travel = ''] }: PublishedEvent,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    name: 'Sanne Vermeer',
    email: 'sanne@example.org',
    answers: { [from]: 'Leiden', [travel]: 'Bike' },
    consent: true,
    locale: 'en',
    nonce: randomBytes(16).toString('hex'),
    ...changes,
  }
}

export function apply(
  client: HttpClient,
  { slug }: SignedUp,
  event: PublishedEvent,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  return client.post(`/api/public/${slug}/${event.slug}/applications`, applicationBody(event, changes))
}

/** The secret at the end of a personal or confirmation link. */
export function tokenIn(link: string): string {
  return /\/(?:me|confirm)\/([\w-]+)/.exec(link)?.[1] ?? ''
}

export const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

/** The token in the confirmation mail to an address. Needs an app with a mail server of its own. */
export async function confirmTokenFor({ sink }: TestApp, email: string): Promise<string> {
  if (!sink) throw new Error('Start the app with { smtp: true }.')
  const { parsed } = await sink.mailTo(email, ({ parsed: { text } }) => /\/confirm\//.test(text ?? ''))
  return tokenIn(parsed.text ?? '')
}

export interface Confirmed {
  readonly personalToken: string
  readonly ticketId: string
}

/** An application whose address is confirmed in the browser that applied. */
export async function applyAndConfirm(
  app: TestApp,
  owner: SignedUp,
  event: PublishedEvent,
  changes: Readonly<Record<string, unknown>> & { readonly email: string },
): Promise<Confirmed> {
  const client = app.client()
  const receipt = await apply(client, owner, event, changes)
  if (receipt.status !== 201) throw new Error(`Applying failed: ${receipt.status} ${receipt.text}`)
  const personalToken = tokenIn(textAt(receipt.body, 'personalUrl'))
  const confirmed = await client.post('/api/confirmations', { token: await confirmTokenFor(app, changes.email), personalToken })
  if (confirmed.status !== 200) throw new Error(`Confirming failed: ${confirmed.status} ${confirmed.text}`)
  return { personalToken, ticketId: textAt(receipt.body, 'ticketId') }
}
