interface PostgresError {
  readonly code: string
  readonly constraint?: string
}

/** What PostgreSQL said when a statement failed, or undefined when the error is not PostgreSQL's. */
export function postgresError(error: unknown): PostgresError | undefined {
  const cause = error instanceof Error && 'driverError' in error ? error.driverError : error
  if (typeof cause !== 'object' || cause === null || !('code' in cause) || typeof cause.code !== 'string') return undefined
  const constraint = 'constraint' in cause && typeof cause.constraint === 'string' ? cause.constraint : undefined
  return /^[0-9A-Z]{5}$/.test(cause.code) ? { code: cause.code, constraint } : undefined
}

function violates(code: string, error: unknown, constraint?: string): boolean {
  const answer = postgresError(error)
  return answer?.code === code && (constraint === undefined || answer.constraint === constraint)
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return violates('23505', error, constraint)
}

export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return violates('23514', error, constraint)
}

export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return violates('23503', error, constraint)
}

/** Serialization failures and deadlocks: the same transaction may succeed when it is run again. */
export function isRetryable(error: unknown): boolean {
  return violates('40001', error) || violates('40P01', error)
}

/** The statement was stopped because it took longer than it might. */
export function isCancelled(error: unknown): boolean {
  return violates('57014', error)
}

/** Text that PostgreSQL cannot store, such as NUL: the sender's mistake, not ours. */
export function isUnstorableText(error: unknown): boolean {
  return violates('22021', error) || violates('22P05', error)
}

/** The database cannot be reached, or is stopping: classes 08, 53 and 57P0 of its errors, and what the network says. */
export function isDatabaseAway(error: unknown): boolean {
  if (/^(08|53|57P0)/.test(postgresError(error)?.code ?? '')) return true
  return (
    error instanceof Error && /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}
