import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Invalid, type RequestKey } from '../../http/index.js'
import { ApplicationTokens } from '../application-tokens.js'
import type { Outcome } from './batches.js'
import { receiptOf } from './receipt-of.js'
import type { Received, Submission } from './submission.js'

interface Row {
  readonly id: string
  readonly ticket_id: string
  readonly received_at: Date
  readonly closes_at: Date
  readonly request_key: Buffer
  readonly request_hash: Buffer
}

/** Requests that have been answered before, by the keys on the applications that they made. */
@Injectable()
export class ReceivedBefore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: ApplicationTokens,
  ) {}

  /** Of these the ones whose key an application has: with the answer as it was, or refused because the key came with another body. */
  async among(
    submissions: readonly Submission[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<Submission, Outcome<Received>>> {
    const keyed = submissions.flatMap((submission) => (submission.requestKey ? [{ submission, sent: submission.requestKey }] : []))
    if (keyed.length === 0) return new Map()
    const rows = await manager.query<Row[]>(
      `select applications.id, ticket_id, received_at, request_key, request_hash, closes_at
       from applications join events on events.id = event_id where request_key = any($1::bytea[])`,
      [keyed.map(({ sent }) => sent.key)],
    )
    const found = Map.groupBy(rows, ({ request_key }) => request_key.toString('latin1'))
    return new Map(
      keyed.flatMap(({ submission, sent }) => {
        const made = found.get(sent.key.toString('latin1'))
        return made ? [[submission, this.#outcome(submission, sent, made)] as const] : []
      }),
    )
  }

  #outcome(submission: Submission, sent: RequestKey, made: readonly Row[]): Outcome<Received> {
    const row = made.find(({ request_hash }) => request_hash.equals(sent.body))
    if (!row) return { error: new Invalid([], 'problems:idempotencyBody') }
    const application = { id: row.id, ticketId: row.ticket_id, receivedAt: row.received_at }
    return { answer: { receipt: receiptOf(submission, application, row.closes_at, this.tokens), replayed: true } }
  }
}
