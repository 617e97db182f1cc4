/** An answer of the API, read completely. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The parsed body, or undefined when it is not JSON. */
  body: unknown
}

export interface RequestOptions {
  headers?: Record<string, string>
  /** Sent as JSON unless it is FormData, text or bytes. */
  body?: unknown
}

/** A browser-like client for tests: keeps cookies, sends what a same-origin page would send, follows no redirects. */
export class HttpClient {
  readonly #cookies = new Map<string, string>()

  constructor(readonly address: string) {}

  get = (path: string, options: RequestOptions = {}) => this.send('GET', path, options)
  post = (path: string, body?: unknown, options: RequestOptions = {}) => this.send('POST', path, { ...options, body })
  put = (path: string, body?: unknown, options: RequestOptions = {}) => this.send('PUT', path, { ...options, body })
  patch = (path: string, body?: unknown, options: RequestOptions = {}) => this.send('PATCH', path, { ...options, body })
  delete = (path: string, options: RequestOptions = {}) => this.send('DELETE', path, options)

  async send(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const response = await this.#request(method, path, options)
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parse(text, response.headers) }
  }

  /** The bytes that lie at a path. */
  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#request('GET', path)).arrayBuffer())
  }

  async #request(method: string, path: string, { headers = {}, body }: RequestOptions = {}): Promise<Response> {
    const raw = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array
    const response = await fetch(new URL(path, this.address), {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'sec-fetch-site': 'same-origin',
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...(this.#cookies.size > 0 ? { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...headers,
      },
      body: raw ? (body as NonNullable<RequestInit['body']>) : JSON.stringify(body),
    })
    this.#keepCookies(response.headers)
    return response
  }

  /** The value of a kept cookie. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  forgetCookies(): void {
    this.#cookies.clear()
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(pair.indexOf('=') + 1)
      if (value === '' || /max-age=0(;|$)|expires=thu, 01 jan 1970/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}

function parse(text: string, headers: Headers): unknown {
  return /\bjson\b/.test(headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : undefined
}

/** What lies at a dotted path in a parsed answer ("errors.0.path"), or undefined. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
}

/** The text at a dotted path; fails the test when there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path)
  if (typeof found !== 'string') throw new Error(`Expected text at "${path}" of ${JSON.stringify(value)}`)
  return found
}

/** The number at a dotted path; fails the test when there is none. */
export function numberAt(value: unknown, path: string): number {
  const found = at(value, path)
  if (typeof found !== 'number') throw new Error(`Expected a number at "${path}" of ${JSON.stringify(value)}`)
  return found
}

/** The list at a dotted path (empty path: the answer itself); fails the test when there is none. */
export function listAt(value: unknown, path = ''): unknown[] {
  const found = path === '' ? value : at(value, path)
  if (!Array.isArray(found)) throw new Error(`Expected a list at "${path}" of ${JSON.stringify(value)}`)
  return found
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
