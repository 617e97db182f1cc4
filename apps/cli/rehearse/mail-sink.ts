import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { mailboxOf } from './people.js'

/** What the rehearsal keeps of a mail; the rest is let go, because there may be a hundred thousand. */
export interface ReceivedMail {
  readonly to: string
  readonly subject: string
  readonly messageId: string
  readonly text: string
  readonly calendar: string | undefined
  readonly method: string | undefined
}

/** A real SMTP server that takes every mail and keeps what the people of the rehearsal read. */
export class MailSink {
  readonly #byRecipient = new Map<string, ReceivedMail[]>()
  readonly #invitations: ReceivedMail[] = []
  #server: SMTPServer | undefined
  count = 0

  async start(): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address)
          this.#keep(Buffer.concat(chunks), recipients).then(() => done(), done)
        })
      },
    })
    // A Tweetup that is killed cuts its connections off; what was on its way comes again.
    server.on('error', () => undefined)
    this.#server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.server.address()
    if (address === null || typeof address === 'string') throw new Error('The mail server has no port.')
    return `smtp://127.0.0.1:${address.port}`
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(resolve) : resolve()))
  }

  to(address: string): readonly ReceivedMail[] {
    return this.#byRecipient.get(mailboxOf(address)) ?? []
  }

  /** Every invitation so far: the mails with an event to answer. */
  get invitations(): readonly ReceivedMail[] {
    return this.#invitations
  }

  *all(): Generator<ReceivedMail, void> {
    for (const mails of this.#byRecipient.values()) yield* mails
  }

  async #keep(raw: Buffer, recipients: readonly string[]): Promise<void> {
    const mail = await PostalMime.parse(raw)
    const calendar = calendarOf(mail)
    for (const recipient of recipients) {
      const to = mailboxOf(recipient)
      const kept = {
        to,
        subject: mail.subject ?? '',
        messageId: mail.messageId ?? '',
        text: mail.text ?? '',
        calendar,
        method: /^METHOD:(\w+)\r?$/m.exec(calendar ?? '')?.[1],
      }
      this.#byRecipient.set(to, [...(this.#byRecipient.get(to) ?? []), kept])
      if (kept.method === 'REQUEST') this.#invitations.push(kept)
      this.count += 1
    }
  }
}

function calendarOf(mail: Email): string | undefined {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
  if (part === undefined) return undefined
  return typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
}
