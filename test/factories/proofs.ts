import type { TestApp } from '../support/app.js'
import { type Answer, HttpClient, textAt } from '../support/http-client.js'
import { bearer } from './application.js'
import type { Fan } from './fans.js'

type Holder = Pick<Fan, 'personalToken'>

const proof = '/api/me/handle-proof'

export const ownProof = (app: TestApp, { personalToken }: Holder): Promise<Answer> => app.client().get(proof, bearer(personalToken))

export const beginProof = (app: TestApp, { personalToken }: Holder, network: string, handle: string): Promise<Answer> =>
  app.client().post(`${proof}/beginnings`, { network, handle }, bearer(personalToken))

export const checkProof = (app: TestApp, { personalToken }: Holder, network: string, handle: string): Promise<Answer> =>
  app.client().post(`${proof}/checks`, { network, handle }, bearer(personalToken))

export const dropProof = (app: TestApp, { personalToken }: Holder): Promise<Answer> => app.client().delete(proof, bearer(personalToken))

/** What her server sends back with her. */
export interface Returned {
  readonly state: string
  readonly code?: string
  readonly issuer?: string
  readonly place: string
}

export const finishProof = (app: TestApp, { personalToken }: Holder, returned: Returned): Promise<Answer> =>
  app.client().post(`${proof}/answers`, returned, bearer(personalToken))

/** Follows a sign-in as a browser does, with cookies, until it leads back to Tweetup; `ports` says where each server really is. */
export async function signInAt(url: string, ports: Readonly<Record<string, number>>): Promise<Returned> {
  const browsers = new Map<string, HttpClient>()
  let next = new URL(url)
  for (let hop = 0; hop < 12; hop++) {
    const port = ports[next.host]
    if (port === undefined) return returnedBy(next)
    const browser = browsers.get(next.host) ?? new HttpClient(`http://127.0.0.1:${port}`)
    browsers.set(next.host, browser)
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': next.host }
    const answer = await browser.get(`${next.pathname}${next.search}`, { headers })
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`${next.href} leads nowhere: ${answer.status} ${answer.text}`)
    next = new URL(location, next)
  }
  throw new Error('The sign-in goes round in circles.')
}

/** What lies in the address that she comes back to. */
export function returnedBy({ pathname, searchParams }: URL): Returned {
  const [code, issuer] = [searchParams.get('code'), searchParams.get('iss')]
  return {
    state: searchParams.get('state') ?? '',
    place: pathname.split('/').at(-1) ?? '',
    ...(code === null ? {} : { code }),
    ...(issuer === null ? {} : { issuer }),
  }
}

/** Begins, signs in at the server and comes back. */
export async function proveBySignIn(
  app: TestApp,
  fan: Holder,
  network: string,
  handle: string,
  ports: Readonly<Record<string, number>>,
): Promise<Answer> {
  const begun = await beginProof(app, fan, network, handle)
  if (begun.status !== 200) return begun
  return finishProof(app, fan, await signInAt(textAt(begun.body, 'url'), ports))
}
