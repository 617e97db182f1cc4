import type { FastifyInstance } from 'fastify'
import type { KeptAnswers } from './kept-answers.js'

/** After these a reader of this process finds what was written, not what was kept. */
const writes = /^\/api\/(organizations|trial)\//

/** Answers what is kept before routing goes any further, and forgets it when the console has written. */
export function serveKept(server: FastifyInstance, kept: KeptAnswers): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!kept.answer(request, reply)) done()
  })
  server.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.method !== 'GET' && writes.test(request.url)) kept.forget()
    done()
  })
}
