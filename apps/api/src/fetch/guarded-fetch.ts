import { lookup as lookUp } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { TweetupConfig } from '../config/index.js'
import { FetchFailed } from './fetch-failed.js'
import { isPublicAddress } from './public-address.js'
import { readBody } from './read-body.js'

export interface FetchOptions {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** The media types that are taken, without parameters. */
  readonly accept: readonly string[]
  /** Bytes of the body, unpacked. */
  readonly largest?: number
  /** For everything: names, connection, redirects and the last byte. */
  readonly milliseconds?: number
  /** How many are followed. What is posted or carries a token is sent to nobody but whom it is for: then none is. */
  readonly redirects?: number
}

/** An answer, whatever its status. The body is empty when its type is not one of those asked for and the status is an error. */
export interface Fetched {
  /** Where the answer came from in the end. */
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

interface Address {
  readonly address: string
  readonly family: number
}
/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>

const resolveName: Resolve = (hostname) => lookUp(hostname, { all: true })

/**
 * Fetches what a stranger names: pages of fans, their servers, later feeds and webhooks. Goes only where everybody may look. Names are
 * resolved once, every address of them is checked, and the connection goes to one that was, so that a name cannot change its mind
 * in between; the same for every redirect. Nothing of ours goes along but the caller's own headers: no cookies, no credentials.
 */
export class GuardedFetch {
  readonly #config: TweetupConfig
  readonly #resolve: Resolve

  constructor(config: TweetupConfig, resolve: Resolve = resolveName) {
    this.#config = config
    this.#resolve = resolve
  }

  /** @throws FetchFailed, and nothing else, for whatever the other side is or does. */
  async fetch(address: string, options: FetchOptions): Promise<Fetched> {
    const signal = AbortSignal.timeout(options.milliseconds ?? 8000)
    try {
      return await this.#follow(this.#checked(address), options, signal)
    } catch (error) {
      if (error instanceof FetchFailed) throw error
      if (signal.aborted) throw new FetchFailed('too-slow', 'The answer did not come in time.')
      throw new FetchFailed('unreachable', error instanceof Error ? error.message : 'The server cannot be reached.')
    }
  }

  async #follow(first: URL, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
    const { redirects = options.method === 'POST' ? 0 : 3 } = options
    let url = first
    for (let left = redirects; ; left--) {
      const response = await this.#send(url, options, signal)
      const { location } = response.headers
      if (!isRedirect(response.statusCode) || location === undefined) return await read(url, response, options, signal)
      response.destroy()
      if (left <= 0) throw new FetchFailed('redirects', `The answer leads on to another address more than ${redirects} times.`)
      url = this.#checked(location, url)
    }
  }

  /** The address, if it may be gone to as it is written. */
  #checked(address: string, base?: URL): URL {
    if (!URL.canParse(address, base?.href)) throw new FetchFailed('address', 'This is no address of the web.')
    const url = new URL(address, base)
    const { production } = this
    const schemes = production ? ['https:'] : ['https:', 'http:']
    if (!schemes.includes(url.protocol)) throw new FetchFailed('address', `Addresses begin with ${schemes.join(' or ')}.`)
    if (url.username !== '' || url.password !== '') throw new FetchFailed('address', 'The address holds a user or a password.')
    if (production && url.port !== '') throw new FetchFailed('address', 'The address names a port.')
    if (this.#peer(url) !== undefined) return url
    // A literal is never looked up; the URL has brought 127.1, 0x7f.1 and 2130706433 into their usual form.
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw refused(url)
    return url
  }

  async #send(url: URL, { method = 'GET', headers, body, accept }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
    const peer = this.#peer(url)
    const options: RequestOptions = {
      method,
      signal,
      // One connection for one question: none is kept that was made under another check.
      agent: false,
      lookup: this.#lookup(url),
      headers: {
        'user-agent': `Tweetup (+${this.#config.publicUrl})`,
        accept: accept.join(', '),
        'accept-encoding': 'gzip, br, deflate',
        ...headers,
        ...(peer ? { host: url.host, 'x-forwarded-proto': 'https' } : {}),
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      },
    }
    return new Promise((resolve, reject) => {
      const request = peer
        ? requestHttp({ ...options, host: peer.host, port: peer.port, path: `${url.pathname}${url.search}` })
        : (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options)
      request.on('response', resolve).on('error', reject).end(body)
    })
  }

  /** Node connects to what this answers and asks nobody again. */
  #lookup(url: URL): LookupFunction {
    return (hostname, { all }, callback) => {
      const answer = this.#resolve(hostname).then((addresses) => {
        const [first] = addresses
        if (!first || addresses.some(({ address }) => !isPublicAddress(address))) throw refused(url)
        return { first, addresses: [...addresses] }
      })
      answer.then(
        ({ first, addresses }) => (all ? callback(null, addresses) : callback(null, first.address, first.family)),
        (error: NodeJS.ErrnoException) => callback(error, ''),
      )
    }
  }

  get production(): boolean {
    return !this.#config.trial
  }

  /** A server of a test that stands for a name. */
  #peer({ protocol, host }: URL): { readonly host: string; readonly port: number } | undefined {
    return protocol === 'https:' ? this.#config.peers.get(host) : undefined
  }
}

function refused({ hostname }: URL): FetchFailed {
  return new FetchFailed('address', `${hostname} is no server of the open Internet.`)
}

function isRedirect(status = 0): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

async function read(
  url: URL,
  response: IncomingMessage,
  { accept, largest = 256 * 1024 }: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const { statusCode: status = 0, headers } = response
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const answer = { url: url.href, status, headers }
  if (accept.includes(type)) return { ...answer, body: await readBody(response, largest, signal) }
  response.destroy()
  if (status >= 200 && status < 300 && status !== 204)
    throw new FetchFailed('type', `The answer is ${type === '' ? 'of no type' : type.slice(0, 60)}, not ${accept.join(' or ')}.`)
  return { ...answer, body: Buffer.alloc(0) }
}
