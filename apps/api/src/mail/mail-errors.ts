/** The receiver's server does not take mail for this address, and never will: do not try again. */
export class MailRejected extends Error {
  override name = 'MailRejected'
}

/** The mail could not be handed over now: try again later, with the same Message-ID. */
export class MailDeferred extends Error {
  override name = 'MailDeferred'
  constructor(
    message: string,
    /** True for a permanent answer to the mail rather than to the address: trying again will hardly help, somebody should look. */
    readonly needsAttention: boolean = false,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

interface SmtpFailure extends Error {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
}

/**
 * What a failure of the mail server means (RFC 5321, 4.2.1): 5xx to RCPT is about the address, everything else may pass.
 * A time-out after the mail's data leaves open whether it arrived.
 */
export function mailError(error: unknown): MailRejected | MailDeferred {
  const failure = error instanceof Error ? (error as SmtpFailure) : new Error(String(error))
  const { responseCode = 0, command, code } = failure as SmtpFailure
  const permanent = responseCode >= 500 && responseCode < 600
  if (permanent && command === 'RCPT TO') return new MailRejected(failure.message, { cause: error })
  return new MailDeferred(`${code ?? 'error'}: ${failure.message}`, permanent, { cause: error })
}
