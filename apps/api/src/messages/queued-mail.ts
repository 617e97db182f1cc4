import type { Locale, Sender } from './mail-template.js'
import type { ParamsOf, TemplateName } from './templates.js'

/** A mail to be sent: to whom, from whom, what it says. No token may stand in its params. */
export interface QueuedMail<N extends TemplateName = TemplateName> {
  readonly organizationId: string | null
  readonly eventId?: string | null
  readonly applicationId?: string | null
  readonly userId?: string | null
  readonly recipient: string
  readonly locale: Locale
  readonly sender: Sender
  readonly template: N
  readonly params: ParamsOf<N>
  /** What the mail is about; a second mail with the same key is not sent. */
  readonly key: string
}
