import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { listAt, textAt } from '../http-client.js'
import type { Pds, PdsAccount } from './pds.js'

/** What the page says of whoever asks to sign in. */
export interface AskedToSignIn {
  readonly clientId: string
  /** The description that the server has fetched. */
  readonly clientMetadata: unknown
  readonly scope: string
  readonly loginHint: string
}

interface Page {
  readonly status: number
  readonly location: string | undefined
  readonly text: string
}

const api = '/@atproto/oauth-provider/~api'
const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

/** Somebody at the pages of a personal data server: asks for them as a browser does, and calls what their scripts call. */
export class PdsVisitor {
  readonly #cookies = new Map<string, string>()
  #page: URL

  constructor(readonly pds: Pick<Pds, 'host' | 'port'>) {
    this.#page = new URL(`https://${pds.host}`)
  }

  /** Comes to the page that asks her to sign in, and reads what it says. */
  async open(address: string): Promise<AskedToSignIn> {
    this.#page = new URL(address)
    const page = await this.#send('GET', this.#page, { ...navigation, 'sec-fetch-site': 'cross-site' })
    const [, data] = /window\["__authorizeData"\]=JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(page.text) ?? []
    if (data === undefined) throw new Error(`${address} does not ask to sign in: ${page.status} ${page.text.slice(0, 2000)}`)
    return JSON.parse(JSON.parse(data) as string) as AskedToSignIn
  }

  /** Signs in and agrees; answers the address that the page leads back to. */
  async agree({ handle, password }: PdsAccount): Promise<string> {
    const signedIn = await this.#call('POST', '/sign-in', { locale: 'en', username: handle, password })
    const authorization = `Bearer ${textAt(signedIn, 'ephemeralToken')}`
    return this.#leave(await this.#call('POST', '/consent', { sub: textAt(signedIn, 'account.sub') }, { authorization }))
  }

  /** Presses no. */
  async refuse(): Promise<string> {
    return this.#leave(await this.#call('POST', '/reject', {}))
  }

  /** What her account page lists as signed in with her account. */
  async connectedApps({ did, handle, password }: PdsAccount): Promise<unknown[]> {
    this.#page = new URL(`https://${this.pds.host}/account`)
    await this.#send('GET', this.#page, { ...navigation, 'sec-fetch-site': 'none' })
    await this.#call('POST', '/sign-in', { locale: 'en', username: handle, password })
    return listAt(await this.#call('GET', `/oauth-sessions?sub=${did}`))
  }

  async #leave(told: unknown): Promise<string> {
    const next = new URL(textAt(told, 'url'))
    const {
      location,
      status,
      text: said,
    } = await this.#send('GET', next, {
      ...navigation,
      'sec-fetch-site': 'same-origin',
      referer: this.#page.href,
    })
    if (location === undefined) throw new Error(`${next.href} leads nowhere: ${status} ${said.slice(0, 2000)}`)
    return location
  }

  async #call(method: 'GET' | 'POST', endpoint: string, body?: object, headers: OutgoingHttpHeaders = {}): Promise<unknown> {
    const url = new URL(`${api}${endpoint}`, this.#page)
    const sent: OutgoingHttpHeaders = {
      'sec-fetch-mode': 'same-origin',
      'sec-fetch-dest': 'empty',
      'sec-fetch-site': 'same-origin',
      referer: this.#page.href,
      'x-csrf-token': this.#cookies.get('csrf-token') ?? '',
      ...(body ? { origin: this.#page.origin, 'content-type': 'application/json' } : {}),
      ...headers,
    }
    const { status, text: said } = await this.#send(method, url, sent, body && JSON.stringify(body))
    if (status !== 200) throw new Error(`${method} ${url.pathname} is answered with ${status}: ${said}`)
    return JSON.parse(said) as unknown
  }

  async #send(method: string, { host, pathname, search }: URL, headers: OutgoingHttpHeaders, body?: string): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sending = request({
      host: '127.0.0.1',
      port: this.pds.port,
      method,
      path: `${pathname}${search}`,
      headers: { host, 'x-forwarded-proto': 'https', cookie, ...headers },
    }).end(body)
    const [response] = (await once(sending, 'response')) as [IncomingMessage]
    for (const line of response.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    return { status: response.statusCode ?? 0, location: response.headers.location, text: await text(response) }
  }
}
