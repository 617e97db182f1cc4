/** An answer of the API that was not expected, with all that is needed to understand it. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer'

  constructor(
    readonly status: number,
    what: string,
    body: string,
  ) {
    super(`${what} answered ${status}: ${body.slice(0, 600)}`)
  }
}

export interface Call {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Speaks to Tweetup as a browser would: over HTTP, with a session cookie or a personal token. */
export class Api {
  #cookie: string | undefined

  constructor(readonly address: string) {}

  get = <T>(path: string, call: Call = {}) => this.json<T>('GET', path, call)
  post = <T>(path: string, body: unknown = {}, call: Call = {}) => this.json<T>('POST', path, { ...call, body })
  patch = <T>(path: string, body: unknown, call: Call = {}) => this.json<T>('PATCH', path, { ...call, body })

  async json<T>(method: string, path: string, call: Call): Promise<T> {
    const { text } = await this.expectOk(method, path, call)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  /** The answer, whatever its status. */
  async send(method: string, path: string, { token, body, headers = {} }: Call = {}): Promise<{ status: number; bytes: Buffer }> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        // Both ends are this machine: packing and unpacking would only take time from what is rehearsed.
        'accept-encoding': 'identity',
        'sec-fetch-site': 'same-origin',
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
    const [cookie] = response.headers.getSetCookie()
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0]
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  async expectOk(method: string, path: string, call: Call): Promise<{ text: string; bytes: Buffer }> {
    const { status, bytes } = await this.send(method, path, call)
    const text = bytes.toString('utf8')
    if (status >= 300) throw new UnexpectedAnswer(status, `${method} ${path}`, text)
    return { text, bytes }
  }
}
