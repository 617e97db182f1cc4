import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { firstValueFrom, from, type Observable } from 'rxjs'
import { TweetupConfig } from '../../config/config.js'
import { BadRequest } from '../errors.js'
import { readSessionCookie } from '../session-cookie.js'
import type { Answer, Request } from './claim.js'
import { Idempotency } from './idempotency.js'

const takesKeyKey = 'tweetup:takes-idempotency-key'

/** For a route whose use case takes the key itself, together with those of other requests. */
export const TakesIdempotencyKey = () => SetMetadata(takesKeyKey, true)

/** Handles POSTs that carry an Idempotency-Key. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly config: TweetupConfig,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const key = request.headers['idempotency-key']
    const isForm = (request.headers['content-type'] ?? '').startsWith('multipart/')
    if (request.method !== 'POST' || key === undefined || isForm) return next.handle()
    if (typeof key !== 'string' || !/^[\x21-\x7E]{8,200}$/.test(key)) throw new BadRequest([], 'problems:idempotencyKey')
    const reply = context.switchToHttp().getResponse<FastifyReply>()
    if (this.reflector.get<boolean | undefined>(takesKeyKey, context.getHandler())) return from(this.#handOn(request, reply, key, next))
    return from(this.#once(request, reply, key, next))
  }

  async #handOn(request: FastifyRequest, reply: FastifyReply, key: string, next: CallHandler<unknown>): Promise<unknown> {
    const claim = this.idempotency.claimOf(this.#keyed(request, key))
    const answer = await this.idempotency.hand(claim, () => firstValueFrom(next.handle()))
    if (claim.replayed) reply.header('idempotency-replayed', 'true')
    return answer
  }

  async #once(request: FastifyRequest, reply: FastifyReply, key: string, next: CallHandler<unknown>): Promise<unknown> {
    let fresh: unknown
    const work = async (): Promise<Answer> => {
      fresh = await firstValueFrom(next.handle(), { defaultValue: undefined })
      return { status: reply.statusCode, body: fresh === undefined ? '' : JSON.stringify(fresh) }
    }
    const { answer, replayed } = await this.idempotency.once(this.#keyed(request, key), work)
    if (!replayed) return fresh
    reply.status(answer.status).header('idempotency-replayed', 'true')
    return answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown)
  }

  #keyed(request: FastifyRequest, key: string): Request {
    return { scope: this.#scopeOf(request), key, body: JSON.stringify(request.body ?? null) }
  }

  #scopeOf(request: FastifyRequest): string {
    const caller = request.headers.authorization ?? readSessionCookie(request, this.config) ?? ''
    return `${request.method} ${request.url.split('?')[0]}\n${caller}`
  }
}
