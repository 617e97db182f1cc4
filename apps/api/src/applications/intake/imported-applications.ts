import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Answer } from '#forms'
import type { Event, Question } from '../../events/index.js'
import { canonicalEmail } from '../../http/dto/index.js'
import { DomainError, type FieldError, Gone, type Locale } from '../../http/index.js'
import type { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import { ConfirmationMails } from '../confirmation-mails.js'
import { EventGate, type Gate } from '../event-gate.js'
import { mailboxKey } from '../identity/mailbox-key.js'
import { ReadSubmission } from './read-submission.js'

/** What the team has of somebody who applied elsewhere. */
export interface ImportedApplication {
  readonly name: string
  readonly email: string
  readonly handle: string
  readonly locale: Locale
  readonly answers: Readonly<Record<string, Answer>>
}

/** Which text was agreed to: none of ours. She sees ours in the mail that asks her to confirm. */
const consentElsewhere = 'import'

/** Applications that the team brings from another form. Nobody's address is proven by it: each gets the mail that asks for the proof. */
@Injectable()
export class ImportedApplications {
  constructor(
    private readonly gate: EventGate,
    private readonly reader: ReadSubmission,
    private readonly applications: ApplicationRepository,
    private readonly mails: ConfirmationMails,
  ) {}

  /** Holds the door of the event; throws when it is not open. */
  holdOpen(manager: EntityManager, event: Event): Promise<Gate> {
    return this.gate.holdOpen(manager, event)
  }

  /** The application of a row, or what is wrong with it. */
  read(
    event: Event,
    questions: readonly Question[],
    { now }: Gate,
    imported: ImportedApplication,
    forgives: (error: FieldError) => boolean,
  ): Application | readonly FieldError[] {
    const address = canonicalEmail(imported.email) ?? imported.email
    const submission = { ip: '', address, emailKey: mailboxKey(address), requestKey: undefined }
    const input = { ...imported, answers: { ...imported.answers }, consent: true as const, nonce: randomBytes(16).toString('hex') }
    try {
      const application = this.reader.read(event, questions, now, { ...submission, input }, forgives)
      return { ...application, source: consentElsewhere, consentText: consentElsewhere }
    } catch (error) {
      if (error instanceof Gone) return [{ path: 'answers', code: error.code }]
      if (error instanceof DomainError && error.errors.length > 0) return error.errors
      throw error
    }
  }

  /** Those of these addresses that have applied already. */
  async known(manager: EntityManager, eventId: string, emailKeys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ email_key: string }[]>(
      'select email_key from applications where event_id = $1 and email_key = any($2::text[]) and shadow_of is null',
      [eventId, emailKeys],
    )
    return new Set(rows.map(({ email_key }) => email_key))
  }

  /** Takes these in, in the caller's transaction, which holds the door. Who has applied already keeps that application. Answers how many are new. */
  async receive(manager: EntityManager, event: Event, applications: readonly Application[]): Promise<number> {
    if (applications.length === 0) return 0
    const fans = await this.applications.knownFans(event, applications, manager)
    const first = await this.applications.insertFirst(
      manager,
      applications.map((application) => ({ ...application, knownFan: fans.has(application.emailKey) })),
    )
    const received = applications.filter(({ id }) => first.has(id))
    if (received.length > 0) await this.mails.askFirst(manager, event, received, { awaited: false })
    return received.length
  }
}
