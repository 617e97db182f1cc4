import { HttpException } from '@nestjs/common'
import { isDatabaseAway, isRetryable, isUnstorableText } from '../database/postgres-errors.js'
import { BadRequest, DomainError, Forbidden, NotFound, Unauthenticated, Unavailable } from './errors.js'

class Refused extends DomainError {
  constructor(
    readonly status: number,
    code: string,
  ) {
    super(code)
  }
}

/** What nobody foresaw. */
export class Unexpected extends DomainError {
  override readonly status = 500
  constructor() {
    super('problems:unexpected')
  }
}

const known: Readonly<Record<number, () => DomainError>> = {
  401: () => new Unauthenticated(),
  403: () => new Forbidden(),
  404: () => new NotFound(),
  405: () => new Refused(405, 'problems:method'),
  406: () => new Refused(406, 'problems:notAcceptable'),
  408: () => new Refused(408, 'problems:tooSlow'),
  413: () => new Refused(413, 'problems:tooLarge'),
  414: () => new Refused(414, 'problems:addressTooLong'),
  415: () => new Refused(415, 'problems:mediaType'),
  416: () => new Refused(416, 'problems:range'),
  503: () => new Unavailable(),
}

/** What an error of any origin means to the caller. Everything that nobody foresaw is 500 and says nothing. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (isUnstorableText(error)) return new BadRequest([], 'problems:unstorable')
  if (isDatabaseAway(error) || isRetryable(error)) return new Unavailable()
  const status = statusOf(error)
  const mapped = status === undefined ? undefined : known[status]
  if (mapped) return mapped()
  return status !== undefined && status >= 400 && status < 500 ? new BadRequest([]) : new Unexpected()
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus()
  if (error instanceof URIError) return 400
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode
  return undefined
}
