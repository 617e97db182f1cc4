import { randomBytes } from 'node:crypto'
import { secretCommitment } from '#draw'
import { type Randomness, usualPolicy } from '#policy'
import type { TestApp } from '../support/app.js'
import { type Answer, textAt } from '../support/http-client.js'
import { bearer } from './application.js'
import { publishEvent, type PublishedEvent } from './published-event.js'
import type { SignedUp } from './sign-up.js'

/** Somebody with a link and a secret of her own. */
export interface Contributor {
  readonly id: string
  readonly token: string
  readonly secret: string
  readonly commit: string
}

const hour = 3_600_000

/** An announced event whose seed counts on these people; applications open in an hour. */
export async function eventWithContributors(
  app: TestApp,
  owner: SignedUp,
  randomness: Omit<Partial<Randomness>, 'contributors'> & { readonly of: readonly string[] },
  changes: Readonly<Record<string, unknown>> = {},
): Promise<PublishedEvent> {
  const { of, ...rest } = randomness
  const contributors = of.map((id) => ({ id, name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Brink`, commit: null }))
  const policy = { ...usualPolicy, randomness: { ...usualPolicy.randomness, ...rest, contributors } }
  return publishEvent(owner, { capacity: 1, now: new Date((await app.now()).getTime() + hour), changes: { policy, ...changes } })
}

export async function linkOf({ client, slug }: SignedUp, { id }: PublishedEvent, contributor: string): Promise<string> {
  const made = await client.post(`/api/organizations/${slug}/events/${id}/contributors/${contributor}/link`)
  const token = made.status === 201 ? /\/secret\/([\w-]+)$/.exec(textAt(made.body, 'url'))?.[1] : undefined
  if (token === undefined) throw new Error(`There is no link: ${made.status} ${made.text}`)
  return token
}

export const handIn = (app: Pick<TestApp, 'client'>, token: string, commit: unknown): Promise<Answer> =>
  app.client().post('/api/contribution/commit', { commit }, bearer(token))

export const reveal = (app: Pick<TestApp, 'client'>, { token, secret }: Pick<Contributor, 'token' | 'secret'>): Promise<Answer> =>
  app.client().post('/api/contribution/reveal', { secret }, bearer(token))

export const contribution = (app: Pick<TestApp, 'client'>, token: string): Promise<Answer> =>
  app.client().get('/api/contribution', bearer(token))

/** A contributor who has made a secret and handed in her commitment. */
export async function boundContributor(app: TestApp, owner: SignedUp, event: PublishedEvent, id: string): Promise<Contributor> {
  const token = await linkOf(owner, event, id)
  const secret = randomBytes(32)
  const commit = secretCommitment(event.id, secret)
  const answer = await handIn(app, token, commit)
  if (answer.status !== 200) throw new Error(`Handing in failed: ${answer.status} ${answer.text}`)
  return { id, token, secret: secret.toString('hex'), commit }
}
