import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import { TweetupConfig } from '../config/config.js'
import { canonicalEmail } from '../http/dto/email.js'
import { headerText } from './header-text.js'
import type { Mail, MailParty } from './mail.js'
import { MailRejected, mailError } from './mail-errors.js'
import { Mailbox } from './mailbox/mailbox.js'

const connections = 5

/** Hands mails to the mail server, or to the development mailbox of a trial. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  #transporter: Promise<Transporter> | undefined

  constructor(
    private readonly config: TweetupConfig,
    private readonly mailbox: Mailbox,
  ) {}

  /** Resolves when the server took the mail. Throws MailRejected when the address takes none, MailDeferred when it may work later. */
  async send(mail: Mail, signal?: AbortSignal): Promise<void> {
    if (canonicalEmail(mail.to.address) === undefined)
      throw new MailRejected(`"${headerText(mail.to.address)}" is no address that mail can be sent to.`)
    try {
      const transporter = await (this.#transporter ??= this.#open())
      const info: { rejected?: unknown[] } = await transporter.sendMail({ ...options(mail), ...(signal ? { signal } : {}) })
      if ((info.rejected ?? []).length > 0) throw new Error('The server took the mail, but not for this address.')
    } catch (error) {
      throw mailError(error)
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const transporter = await this.#transporter?.catch(() => undefined)
    transporter?.close()
    await this.mailbox.close()
  }

  async #open(): Promise<Transporter> {
    const url = this.config.smtpUrl ?? (await this.mailbox.listen())
    return createTransport({
      url,
      pool: true,
      maxConnections: connections,
      maxMessages: 500,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
}

function party({ name, address }: MailParty): { name: string; address: string } {
  return { name: headerText(name ?? ''), address: headerText(address) }
}

function options(mail: Mail): SendMailOptions {
  const headers = Object.entries(mail.headers ?? {}).map(([name, value]) => ({ key: headerText(name), value: headerText(value) }))
  return {
    from: party(mail.from),
    to: party(mail.to),
    ...(mail.replyTo ? { replyTo: party(mail.replyTo) } : {}),
    subject: headerText(mail.subject),
    html: mail.html,
    text: mail.text,
    messageId: headerText(mail.messageId),
    headers,
    ...(mail.icalEvent ? { icalEvent: { filename: 'invite.ics', ...mail.icalEvent } } : {}),
    attachments: mail.attachments?.map(({ filename, ...attachment }) => ({ filename: headerText(filename), ...attachment })) ?? [],
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
