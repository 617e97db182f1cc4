import type { ReactElement } from 'react'
import type { MessageValues } from '../http/errors.js'
import type { MailAccents } from './components/index.js'

export type Locale = 'nl' | 'en'

/** Whose letter it is. Without an organization it comes from this installation; without a host nobody signs. */
export interface Sender {
  readonly organization: {
    readonly name: string
    readonly address: string | null
    readonly logoUrl: string | null
    readonly accents: MailAccents
  } | null
  readonly host: { readonly name: string; readonly roleTitle: string; readonly replyTo: string; readonly photoUrl: string | null } | null
}

/** Addresses that only the recipient may know. They are made when the mail is sent and stand nowhere before. `pages` are several, one a line. */
export type LinkName = 'personal' | 'pages' | 'confirm' | 'address' | 'noMail' | 'join' | 'reset'

/** What a mail may ask for while it is written. */
export interface MailProps<P extends object> {
  readonly params: P
  readonly locale: Locale
  readonly sender: Sender
  readonly accents: MailAccents
  readonly links: Readonly<Record<LinkName, string>>
  /** A text of this mail from the catalogue: `t('title', {…})`. */
  readonly t: (key: string, values?: MessageValues) => string
}

/** The calendar file that goes with a mail. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly content: string
}

/** Bare addresses that a calendar file must repeat. */
export interface CalendarAddresses {
  readonly from: string
  readonly recipient: string
}

/**
 * One mail: pure functions of its props. Its texts lie in the catalogue `mails` under its name; `values` are what they may name.
 * Written as methods, so that templates with different params fit into one table.
 */
export interface MailTemplate<P extends object> {
  readonly links: readonly LinkName[]
  values(params: P, locale: Locale): MessageValues
  Body(mail: MailProps<P>): ReactElement
  calendar?(mail: MailProps<P>, addresses: CalendarAddresses): CalendarPart
}
