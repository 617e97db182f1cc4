/** Values that a message of the catalogue names. */
export type MessageValues = Readonly<Record<string, string | number>>

/** What is wrong with one field: `path` as in the request (`questions.0.label`), `code` a key of the catalogue (`forms:required`). */
export interface FieldError {
  readonly path: string
  readonly code: string
  readonly values?: MessageValues
  /** What would be right, to be taken over by a press. */
  readonly suggestion?: string
}

/**
 * A request that cannot be done, said in the words of the domain. `code` is the key of its message in the catalogue
 * (`invitations:lapsed`) and, as the problem's type, what programs go by; it never changes.
 */
export abstract class DomainError extends Error {
  abstract readonly status: number
  readonly errors: readonly FieldError[] = []
  readonly retryAfterSeconds: number | undefined
  /** Further members of the problem document, for programs. */
  readonly extensions: Readonly<Record<string, unknown>> = {}

  constructor(
    readonly code: string,
    readonly values: MessageValues = {},
  ) {
    super(code)
    this.name = new.target.name
  }
}

export class BadRequest extends DomainError {
  override readonly status = 400
  override readonly errors: readonly FieldError[]
  constructor(errors: readonly FieldError[], code = 'problems:badRequest') {
    super(code)
    this.errors = errors
  }
}

export class Unauthenticated extends DomainError {
  override readonly status = 401
  constructor(code = 'problems:unauthenticated', values: MessageValues = {}) {
    super(code, values)
  }
}

export class Forbidden extends DomainError {
  override readonly status = 403
  constructor(code = 'problems:forbidden', values: MessageValues = {}) {
    super(code, values)
  }
}

/** Also the answer for things of somebody else. */
export class NotFound extends DomainError {
  override readonly status = 404
  constructor(code = 'problems:notFound', values: MessageValues = {}) {
    super(code, values)
  }
}

export class Conflict extends DomainError {
  override readonly status = 409
}

export class Gone extends DomainError {
  override readonly status = 410
}

/** The thing was changed since the version that the request edits. */
export class PreconditionFailed extends DomainError {
  override readonly status = 412
  constructor(code = 'problems:stale', values: MessageValues = {}) {
    super(code, values)
  }
}

/** Well-formed, but against the rules; names the fields when there are any. */
export class Invalid extends DomainError {
  override readonly status = 422
  override readonly errors: readonly FieldError[]
  constructor(errors: readonly FieldError[] = [], code = 'problems:invalid', values: MessageValues = {}) {
    super(code, values)
    this.errors = errors
  }
}

export class PreconditionRequired extends DomainError {
  override readonly status = 428
  constructor(code = 'problems:versionMissing', values: MessageValues = {}) {
    super(code, values)
  }
}

export class TooMany extends DomainError {
  override readonly status = 429
  override readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number, code = 'problems:tooMany') {
    super(code, { count: Math.max(1, Math.ceil(retryAfterSeconds / 60)) })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export class Unavailable extends DomainError {
  override readonly status = 503
  override readonly retryAfterSeconds = 5
  constructor(code = 'problems:unavailable') {
    super(code)
  }
}
