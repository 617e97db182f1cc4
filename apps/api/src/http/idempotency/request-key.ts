import { hash } from 'node:crypto'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { TweetupConfig } from '../../config/config.js'
import { BadRequest } from '../errors.js'
import { readSessionCookie } from '../session-cookie.js'

const bytes = 16

/** What a use case keeps beside an effect of its own, to know the same request again: hashes of its key with its place and caller, and of its body. */
export interface RequestKey {
  readonly key: Buffer
  readonly body: Buffer
}

/** Who asks for what: one caller's key means nothing for another. */
export function scopeOf(request: FastifyRequest, config: TweetupConfig): string {
  const caller = request.headers.authorization ?? readSessionCookie(request, config) ?? ''
  return `${request.method} ${request.url.split('?')[0]}\n${caller}`
}

/** The idempotency key as it was sent; undefined without one. Throws BadRequest for what cannot be one. */
export function sentKey({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7E]{8,200}$/.test(key)) throw new BadRequest([], 'problems:idempotencyKey')
  return key
}

/** The request's key for a use case that keeps it itself; undefined when it was sent without one. */
export function requestKeyOf(request: FastifyRequest, config: TweetupConfig): RequestKey | undefined {
  const key = sentKey(request)
  if (key === undefined) return undefined
  return { key: digest(`${scopeOf(request, config)}\n${key}`), body: digest(JSON.stringify(request.body ?? null)) }
}

const digest = (text: string): Buffer => hash('sha256', text, 'buffer').subarray(0, bytes)

/** The idempotency key of a route with `@TakesIdempotencyKey()`; undefined when the request has none. */
export const CurrentRequestKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): RequestKey | undefined => context.switchToHttp().getRequest<FastifyRequest>().requestKey,
)

declare module 'fastify' {
  interface FastifyRequest {
    requestKey?: RequestKey
  }
}
