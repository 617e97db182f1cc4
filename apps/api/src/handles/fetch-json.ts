import type { FetchOptions, GuardedFetch } from '../fetch/index.js'

const jsonTypes = ['application/json'] as const

/** What another server answers: its status, and its JSON if it is any. Throws FetchFailed. */
export async function ask(
  fetcher: GuardedFetch,
  url: string,
  options: Partial<FetchOptions> = {},
): Promise<{ readonly status: number; readonly value: unknown }> {
  const { status, body } = await fetcher.fetch(url, { accept: jsonTypes, ...options })
  return { status, value: parsed(body) }
}

/** A JSON document of another server; undefined for an answer that is an error or no document. Throws FetchFailed. */
export async function fetchJson(
  fetcher: GuardedFetch,
  url: string,
  options: Partial<FetchOptions> = {},
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { status, value } = await ask(fetcher, url, options)
  return status >= 200 && status < 300 ? recordOf(value) : undefined
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A count as another server gives it; null for what is none. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 2_000_000_000 ? value : null
}

/** A time as another server gives it; null for what is none. */
export function instantOf(value: unknown): Date | null {
  const time = typeof value === 'string' ? new Date(value) : undefined
  return time && Number.isFinite(time.getTime()) ? time : null
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
