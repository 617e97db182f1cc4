import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TweetupConfig } from '../config/config.js'
import { BadRequest } from './errors.js'
import { localeOf } from './locale.js'
import { problemOf } from './problem.js'
import { securityHeaders } from './security-headers.js'

/** Answers an address that cannot be decoded. No hook and no filter sees such a request, so it says here what they would. */
export function answerBadAddress(config: TweetupConfig) {
  return (_: Error, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = problemOf(new BadRequest([]), localeOf(request), request.id)
    reply
      .status(problem.status)
      .headers(securityHeaders('/', config))
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem))
  }
}
