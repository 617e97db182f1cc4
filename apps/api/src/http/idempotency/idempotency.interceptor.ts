import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { firstValueFrom, from, type Observable } from 'rxjs'
import { TweetupConfig } from '../../config/config.js'
import type { Answer } from './claim.js'
import { Idempotency } from './idempotency.js'
import { requestKeyOf, scopeOf, sentKey } from './request-key.js'

const takesKeyKey = 'tweetup:takes-idempotency-key'

/** For a route whose use case keeps the key itself, beside the effect: it asks for it with `@CurrentRequestKey()`. */
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
    const isForm = (request.headers['content-type'] ?? '').startsWith('multipart/')
    if (request.method !== 'POST' || isForm) return next.handle()
    if (this.reflector.get<boolean | undefined>(takesKeyKey, context.getHandler())) {
      request.requestKey = requestKeyOf(request, this.config)
      return next.handle()
    }
    const key = sentKey(request)
    if (key === undefined) return next.handle()
    return from(this.#once(request, context.switchToHttp().getResponse<FastifyReply>(), key, next))
  }

  async #once(request: FastifyRequest, reply: FastifyReply, key: string, next: CallHandler<unknown>): Promise<unknown> {
    let fresh: unknown
    const work = async (): Promise<Answer> => {
      fresh = await firstValueFrom(next.handle(), { defaultValue: undefined })
      return { status: reply.statusCode, body: fresh === undefined ? '' : JSON.stringify(fresh) }
    }
    const keyed = { scope: scopeOf(request, this.config), key, body: JSON.stringify(request.body ?? null) }
    const { answer, replayed } = await this.idempotency.once(keyed, work)
    if (!replayed) return fresh
    reply.status(answer.status).header('idempotency-replayed', 'true')
    return answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown)
  }
}
