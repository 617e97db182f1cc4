import type { GuardedFetch } from '../../fetch/index.js'

const types = ['application/json', 'text/plain', 'application/did+ld+json', 'application/did+json', 'application/jwk-set+json'] as const

/** The guarded fetch in the shape of the web's own, for libraries that take one. */
export function guardedWebFetch(fetcher: GuardedFetch) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const post = request.method === 'POST'
    const { status, headers, body } = await fetcher.fetch(request.url, {
      method: post ? 'POST' : 'GET',
      headers: Object.fromEntries(request.headers),
      ...(post ? { body: await request.text() } : {}),
      accept: types,
      redirects: request.redirect === 'follow' && !post ? 3 : 0,
    })
    const plain = Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !hopByHop.has(name) ? [[name, value]] : [],
    )
    return new Response(body.length === 0 || status === 204 ? null : new Uint8Array(body), { status, headers: Object.fromEntries(plain) })
  }
}

/** They told of the body as it was sent; it comes unpacked and whole. */
const hopByHop = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection'])
