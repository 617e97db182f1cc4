import type { FastifyInstance } from 'fastify'
import { BadRequest } from './errors.js'
import { isTooDeep } from './json-body.js'

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
}
