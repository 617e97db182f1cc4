import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DomainError } from './errors.js'
import { localeOf } from './locale.js'
import { PageRenderer } from './pages/page-renderer.js'
import { type Problem, problemOf } from './problem.js'
import { toDomainError, Unexpected } from './to-domain-error.js'

/** Answers every error with a problem document, or, where a person waits for a page, with a page that says the same. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly pages: PageRenderer) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    if (reply.sent) return
    const domainError = toDomainError(error)
    if (domainError.status >= 500) request.log.error({ err: error }, 'The request failed')
    const problem = describe(domainError, request)
    if (domainError.retryAfterSeconds !== undefined) reply.header('retry-after', String(domainError.retryAfterSeconds))
    reply.header('cache-control', 'no-store')
    if (wantsPage(request) && (await this.#sendPage(request, reply, problem))) return
    reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
  }

  /** Answers false when the page could not be made. Nobody catches what is thrown here: it would end the process. */
  async #sendPage(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<boolean> {
    const { title, status } = problem
    try {
      await this.pages.send(request, reply, { title, robots: 'noindex', data: { kind: 'problem', problem }, status })
      return true
    } catch (failure) {
      request.log.error({ err: failure }, 'The page of a problem could not be made')
      return reply.sent
    }
  }
}

/** A message that the catalogue lacks is our mistake, and must not leave the caller without an answer. */
function describe(error: DomainError, request: FastifyRequest): Problem {
  const locale = localeOf(request)
  try {
    return problemOf(error, locale, request.id)
  } catch (failure) {
    request.log.error({ err: failure }, 'The problem could not be described')
    return problemOf(new Unexpected(), locale, request.id)
  }
}

function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
}
