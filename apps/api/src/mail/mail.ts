/** Somebody in a mail's header. The name is for people; only the address decides where it goes. */
export interface MailParty {
  readonly name?: string
  readonly address: string
}

export interface MailAttachment {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer | string
  /** For pictures that the HTML shows with src="cid:...". */
  readonly cid?: string
}

/** One mail, ready to leave. */
export interface Mail {
  readonly from: MailParty
  readonly to: MailParty
  readonly replyTo?: MailParty
  readonly subject: string
  readonly html: string
  readonly text: string
  /** With its angle brackets; the same at every attempt, so that a receiver can tell a repeat. */
  readonly messageId: string
  readonly headers?: Readonly<Record<string, string>>
  /** A calendar file that mail programs offer to answer (RFC 6047). */
  readonly icalEvent?: { readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; readonly content: string; readonly filename?: string }
  readonly attachments?: readonly MailAttachment[]
}
