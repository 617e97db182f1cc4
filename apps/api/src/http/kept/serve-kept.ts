import type { FastifyInstance } from 'fastify'
import type { TweetupConfig } from '../../config/config.js'
import type { KeptAnswers } from './kept-answers.js'

/** After these a reader of this process finds what was written, not what was kept. */
const writes = /^\/api\/(organizations|trial)\//

/** Where one of these is logged, each request is. */
const logsRequests = new Set<string>(['info', 'debug', 'trace'])

/** Answers what is kept before anything else is done for a request, and forgets it when the console has written. */
export function serveKept(fastify: FastifyInstance, kept: KeptAnswers, { logLevel }: TweetupConfig): void {
  if (!logsRequests.has(logLevel)) answerFirst(fastify, kept)
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.method !== 'GET' && writes.test(request.url)) kept.forget()
    done()
  })
}

/**
 * What Fastify does for each request costs more than a kept answer, and nothing of it is left to do: all that must go out with the answer
 * is in it. Whatever finds none goes on as ever. A server that closes answers nothing any more by itself, so that connections come to an end.
 */
function answerFirst(fastify: FastifyInstance, kept: KeptAnswers): void {
  const { server } = fastify
  const goOn = server.listeners('request') as ((...request: Parameters<KeptAnswers['answer']>) => void)[]
  let open = true
  fastify.addHook('preClose', (done) => {
    open = false
    done()
  })
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (open && kept.answer(request, response)) return
    for (const listener of goOn) listener(request, response)
  })
}
