/** What a device must do before the same is sent again with its solution. */
export type Challenge = { token: string; bits: number }

export type FieldError = { path: string; message: string /** What would be right, when the server can guess it. */; suggestion?: string }

/** What the server answers when it could not do what was asked (RFC 9457), or status 0 when it could not be reached at all. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly title: string
  readonly errors: readonly FieldError[]
  readonly retryAfterSeconds: number | null
  readonly challenge: Challenge | null

  constructor({ status, title, errors = [], retryAfterSeconds = null, challenge = null }: ProblemDocument) {
    super(title)
    this.status = status
    this.title = title
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
    this.challenge = challenge
  }

  /** The message for one field, if the server complained about it. */
  messageFor(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message
  }
}

export type ProblemDocument = {
  status: number
  title: string
  errors?: FieldError[]
  retryAfterSeconds?: number | null
  challenge?: Challenge | null
}

/** True when the request never reached the server: the cure is to try again, not to change anything. */
export const isOffline = (error: unknown): boolean => error instanceof Problem && error.status === 0

export const hasStatus = (error: unknown, status: number): boolean => error instanceof Problem && error.status === status
