import { Injectable } from '@nestjs/common'
import PostalMime, { type Email } from 'postal-mime'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/clock.js'
import { newId } from '../../database/new-id.js'
import { NotFound } from '../../http/errors.js'

export interface MailboxMail {
  readonly id: string
  readonly receivedAt: Date
  readonly sender: string
  readonly recipients: readonly string[]
  readonly subject: string
}

interface Row {
  readonly id: string
  readonly received_at: Date
  readonly sender: string
  readonly recipients: string[]
  readonly subject: string
}

const pageLength = 200

/** The mails that the development mailbox keeps. */
@Injectable()
export class MailboxMails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async add(sender: string, recipients: readonly string[], raw: Buffer): Promise<void> {
    const { subject = '' } = await PostalMime.parse(raw)
    await this.dataSource.query(
      'insert into mailbox_mails (id, received_at, sender, recipients, subject, raw) values ($1, $2, $3, $4, $5, $6)',
      [newId(), await this.clock.now(), sender, recipients.map((recipient) => recipient.toLowerCase()), subject.replaceAll('\0', ''), raw],
    )
  }

  /** The newest first; only those to an address, and only those that came after the mail with this id, when asked for. */
  async list({ to, after }: { readonly to?: string | undefined; readonly after?: string | undefined } = {}): Promise<MailboxMail[]> {
    const rows = await this.dataSource.query<Row[]>(
      `select id, received_at, sender, recipients, subject from mailbox_mails
       where ($1::text is null or recipients @> array[lower($1)]) and ($2::uuid is null or id > $2)
       order by id desc limit ${pageLength}`,
      [to ?? null, after ?? null],
    )
    return rows.map(({ id, received_at, sender, recipients, subject }) => ({ id, receivedAt: received_at, sender, recipients, subject }))
  }

  async raw(id: string): Promise<Buffer> {
    const [row] = await this.dataSource.query<{ raw: Buffer }[]>('select raw from mailbox_mails where id = $1', [id])
    if (!row) throw new NotFound()
    return row.raw
  }

  async read(id: string): Promise<MailboxMail & { readonly parsed: Email }> {
    const [row] = await this.dataSource.query<(Row & { raw: Buffer })[]>('select * from mailbox_mails where id = $1', [id])
    if (!row) throw new NotFound()
    return {
      id: row.id,
      receivedAt: row.received_at,
      sender: row.sender,
      recipients: row.recipients,
      subject: row.subject,
      parsed: await PostalMime.parse(row.raw),
    }
  }

  async clear(): Promise<void> {
    await this.dataSource.query('truncate mailbox_mails')
  }
}
