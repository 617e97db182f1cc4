import type { OutgoingHttpHeaders } from 'node:http'
import { Injectable } from '@nestjs/common'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What a request is answered, as JSON. */
export interface DirectAnswer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The answer, or undefined for a request that the route's controller shall look at. Throws, as the controller would, what becomes a problem document. */
type Answer = (request: FastifyRequest) => Promise<DirectAnswer> | undefined

/**
 * Routes that crowds write to. A request that is plainly right is answered here, where its body has been read and the hooks before it have run; the way
 * through guard, interceptor, pipe and controller takes as long as all the rest. Only for routes that are open to everybody: no guard is asked.
 */
@Injectable()
export class DirectAnswers {
  readonly #routes = new Map<string, Answer>()

  /** Answers POSTs to a route (`/api/public/:organization/…`) that has a controller too. */
  serve(route: string, answer: Answer): void {
    this.#routes.set(route, answer)
  }

  /** Which routes are answered here. */
  get paths(): readonly string[] {
    return [...this.#routes.keys()]
  }

  of(request: FastifyRequest): Promise<DirectAnswer> | undefined {
    return request.method === 'POST' ? this.#routes.get(request.routeOptions.url ?? '')?.(request) : undefined
  }
}

/** Lets direct answers go out before Nest is asked. */
export function serveDirectly(server: FastifyInstance, answers: DirectAnswers): void {
  server.addHook('preHandler', (request, reply, done) => {
    let answer: Promise<DirectAnswer> | undefined
    try {
      answer = answers.of(request)
    } catch (error) {
      return done(error as Error)
    }
    if (answer === undefined) return done()
    answer.then((made) => send(reply, made), done)
  })
}

/** Past Fastify's reply, whose hooks have nothing to add to an answer as short as this. */
function send(reply: FastifyReply, { status, body, headers }: DirectAnswer): void {
  const head = reply.getHeaders() as OutgoingHttpHeaders
  reply.hijack()
  const about = { 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)) }
  reply.raw.writeHead(status, { ...head, ...about, ...headers })
  reply.raw.end(body)
}
