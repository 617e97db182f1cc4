import type { NestFastifyApplication } from '@nestjs/platform-fastify'

export interface DemoRequest {
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  /** The network that it seems to come from. */
  readonly from?: string
}

/** Plays a person at a browser: talks to the application as everybody does, through its API, and keeps the session cookie. */
export class DemoBrowser {
  #cookie = ''

  constructor(private readonly app: NestFastifyApplication) {}

  /** The answer's body. Throws when the answer is an error. */
  async send<T = unknown>(
    method: 'GET' | 'POST' | 'PATCH',
    url: string,
    { body, headers = {}, from = '127.0.0.1' }: DemoRequest = {},
  ): Promise<T> {
    const form = body instanceof FormData ? await encoded(body) : undefined
    const answer = await this.app.inject({
      method,
      url,
      remoteAddress: from,
      headers: {
        accept: 'application/json',
        'sec-fetch-site': 'same-origin',
        ...(this.#cookie && { cookie: this.#cookie }),
        ...form?.headers,
        ...headers,
      },
      ...(body && { payload: form?.bytes ?? body }),
    })
    const [session] = answer.cookies.filter(({ value }) => value !== '')
    if (session) this.#cookie = `${session.name}=${session.value}`
    if (answer.statusCode >= 400) throw new Error(`${method} ${url} was answered with ${answer.statusCode}: ${answer.body.slice(0, 500)}`)
    return (answer.body === '' ? undefined : answer.json()) as T
  }

  get<T>(url: string): Promise<T> {
    return this.send<T>('GET', url)
  }

  post<T = unknown>(url: string, body?: object, request: DemoRequest = {}): Promise<T> {
    return this.send<T>('POST', url, { ...request, body })
  }
}

async function encoded(form: FormData): Promise<{ bytes: Buffer; headers: Record<string, string> }> {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return { bytes: Buffer.from(await request.arrayBuffer()), headers: { 'content-type': request.headers.get('content-type') ?? '' } }
}
