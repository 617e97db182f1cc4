import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { Injectable, Logger } from '@nestjs/common'
import { SMTPServer } from 'smtp-server'
import { MailboxMails } from './mailbox-mails.js'

const megabyte = 1024 * 1024

/** The development mailbox: a mail server on a free loopback port that keeps what it gets, for everybody on this machine to read. */
@Injectable()
export class Mailbox {
  readonly #logger = new Logger('Mailbox')
  #server: SMTPServer | undefined

  constructor(private readonly mails: MailboxMails) {}

  /** Starts the server and answers its address. */
  async listen(): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      size: 20 * megabyte,
      closeTimeout: 500,
      onData: (stream, session, done) => {
        const { mailFrom, rcptTo } = session.envelope
        const recipients = rcptTo.map(({ address }) => address)
        this.#keep(stream, mailFrom ? mailFrom.address : '', recipients).then(() => done(), done)
      },
    })
    server.on('error', (error) => this.#logger.warn(error.message))
    this.#server = server
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?ignoreTLS=true`
  }

  async close(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (server) await new Promise<void>((resolve) => server.close(resolve))
  }

  async #keep(stream: Readable, sender: string, recipients: readonly string[]): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    await this.mails.add(sender, recipients, Buffer.concat(chunks))
  }
}
