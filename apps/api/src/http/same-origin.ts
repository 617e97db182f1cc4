import type { FastifyRequest } from 'fastify'
import type { TweetupConfig } from '../config/config.js'
import { Forbidden } from './errors.js'
import { isOwnHost } from './own-host.js'
import { readSessionCookie } from './session-cookie.js'

const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses what a foreign page makes a browser send: unsafe requests whose Sec-Fetch-Site or Origin names another site,
 * and those with a session cookie that do not say where they come from. A trial answers only to its own names: a foreign page that points a
 * name at this machine would otherwise be of the same origin, and could sign in with the demo's known password.
 */
export function refuseForeignOrigin(request: FastifyRequest, config: TweetupConfig): void {
  if (safeMethods.includes(request.method)) return
  if (config.trial && !isOwnHost(request.host, config)) throw new Forbidden('problems:foreignName', { host: request.host })
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new Forbidden('problems:foreignOrigin')
    return
  }
  if (origin !== undefined) {
    if (origin !== config.publicUrl && !isHostOf(origin, request.host)) throw new Forbidden('problems:foreignOrigin')
    return
  }
  if (readSessionCookie(request, config) !== undefined) throw new Forbidden('problems:originMissing')
}

function isHostOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
}
