import type { FastifyInstance } from 'fastify'
import { BadRequest, DomainError } from './errors.js'
import { isTooDeep } from './json-body.js'

/** Where a mail program posts a form by itself (RFC 8058): the secret in the path is all that counts. */
const oneClickPath = /^\/no-mail\/[^/?]+$/
const oneClickLimit = 10_000

/** JSON and nothing else; multipart is added by its plugin. Forms of foreign pages could otherwise post here without asking. */
export function acceptJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (text === '') return done(null, undefined)
    if (isTooDeep(text)) return done(new BadRequest([], 'problems:tooDeep'))
    return parse(request, text, (error, value) => (error ? done(new BadRequest([], 'problems:notJson')) : done(null, value)))
  })
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: oneClickLimit }, (request, _, done) =>
    oneClickPath.test(request.url) ? done(null, undefined) : done(new UnsupportedMedia()),
  )
}

class UnsupportedMedia extends DomainError {
  override readonly status = 415
  constructor() {
    super('problems:mediaType')
  }
}
