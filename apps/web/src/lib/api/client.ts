import { currentLocale } from '../i18n/index.js'
import { sentAt } from '../server-time.js'
import { type Challenge, type FieldError, Problem } from './problem.js'
import type { Instant } from './types.js'

export type RequestOptions = {
  /** Sent as JSON; a FormData goes as it is. */
  body?: unknown
  query?: Record<string, string | number | boolean | null | undefined>
  /** The token of a personal page. */
  token?: string
  /** The version this edit was made on. */
  ifMatch?: number
  /** Makes a repeated POST answer with the first result. */
  idempotencyKey?: string
  signal?: AbortSignal
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/**
 * Sends one request and hands back the JSON of its answer (`undefined` when it has no body). Every refusal is thrown as a `Problem`; the client itself shows
 * nothing and redirects nowhere.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options)
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  return (text ? inTime(JSON.parse(text), sentAt(response.headers)) : undefined) as T
}

/** A kept answer says in its body when it was made; what reads its `now` wants to know what time it is. */
function inTime(body: unknown, now: Instant | null): unknown {
  return now !== null && typeof body === 'object' && body !== null && 'now' in body ? { ...body, now } : body
}

async function send(method: Method, path: string, { body, query, signal, ...options }: RequestOptions): Promise<Response> {
  try {
    return await fetch(path + searchOf(query), {
      method,
      headers: headersOf(body, options),
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem({ status: 0, title: '' })
  }
}

function headersOf(body: unknown, { token, ifMatch, idempotencyKey }: Omit<RequestOptions, 'body' | 'query' | 'signal'>): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLocale() })
  if (body !== undefined && !(body instanceof FormData)) headers.set('Content-Type', 'application/json')
  if (token) headers.set('Authorization', `Bearer ${token}`)
  if (ifMatch !== undefined) headers.set('If-Match', `"${ifMatch}"`)
  if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey)
  return headers
}

function searchOf(query: RequestOptions['query'] = {}): string {
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string | number | boolean] => entry[1] !== null && entry[1] !== undefined && entry[1] !== '',
  )
  return entries.length ? `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}` : ''
}

async function problemOf(response: Response): Promise<Problem> {
  const document: unknown = await response.json().catch(() => null)
  const { title, detail, errors, challenge } = (document ?? {}) as Partial<Record<'title' | 'detail' | 'errors' | 'challenge', unknown>>
  // The title names the kind of problem; where there is a detail, it is the sentence for this one.
  const said = [detail, title].find((text): text is string => typeof text === 'string' && text !== '')
  return new Problem({
    status: response.status,
    title: said ?? '',
    errors: Array.isArray(errors) ? (errors as FieldError[]) : [],
    retryAfterSeconds: Number(response.headers.get('Retry-After')) || null,
    challenge: typeof challenge === 'object' ? (challenge as Challenge | null) : null,
  })
}

export const newIdempotencyKey = (): string => crypto.randomUUID()
