interface LoggedError {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly [more: string]: unknown
}

/**
 * An error as it may stand in a log: what broke and where. TypeORM keeps a failed statement's parameters on the error and PostgreSQL repeats
 * the row in its detail; both are names, addresses and answers of people, which belong in no log.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  const { name, message, stack = '', cause } = error
  return {
    type: name,
    message,
    stack,
    ...textsOf(error, ['code', 'constraint', 'query']),
    ...(cause === undefined ? {} : { cause: loggedError(cause) }),
  }
}

function textsOf(error: Error, names: readonly string[]): Record<string, string> {
  const all: Record<string, unknown> = { ...error }
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = all[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
