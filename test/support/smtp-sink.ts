import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { waitFor } from './wait-for.js'

/** One mail as the receiving server got it. */
export interface SunkMail {
  /** Envelope sender and recipients, which a bounce would go by. */
  envelopeFrom: string
  envelopeTo: string[]
  /** The bytes as text, for what a parser would forgive. */
  raw: string
  parsed: Email
}

export interface SmtpSink {
  /** For SMTP_URL. */
  url: string
  mails: readonly SunkMail[]
  /** Waits for a mail to the address that the predicate accepts. */
  mailTo(address: string, accept?: (mail: SunkMail) => boolean, within?: number): Promise<SunkMail>
  /** All mails to the address so far. */
  mailsTo(address: string): SunkMail[]
  clear(): void
  close(): Promise<void>
}

/** A real mail server on a free port that keeps what it gets. The options are smtp-server's own, for peers that refuse or hang. */
export async function startSmtpSink(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    size: 20_000_000,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        PostalMime.parse(bytes).then((parsed) => {
          mails.push({
            envelopeFrom: mailFrom ? mailFrom.address : '',
            envelopeTo: rcptTo.map(({ address }) => address),
            raw: bytes.toString('utf8'),
            parsed,
          })
          done()
        }, done)
      })
    },
    ...options,
  })
  server.on('error', () => {
    // A client that is killed breaks its connection; that is the client's matter.
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The mail server has no port.')

  const mailsTo = (recipient: string) =>
    mails.filter(({ envelopeTo }) => envelopeTo.some((to) => to.toLowerCase() === recipient.toLowerCase()))
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    mailsTo,
    mailTo: (recipient, accept = () => true, within = 20_000) =>
      waitFor(() => mailsTo(recipient).find(accept), { within, what: `a mail to ${recipient}` }),
    clear: () => void mails.splice(0),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
