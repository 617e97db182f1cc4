import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { TweetupConfig } from '../config/index.js'
import { Clock, newId, planAnew } from '../database/index.js'
import { JobQueue } from '../jobs/index.js'
import { Delivery, type DeliveryState } from './delivery.entity.js'
import { deliverBulkMail, deliverMail } from './delivery-jobs.js'
import { mailAddress } from './mail-address.js'
import type { QueuedMail } from './queued-mail.js'
import type { TemplateName } from './templates.js'

const chunk = 1000

/** What became of one mail. */
export interface DeliveryFate {
  readonly template: string
  readonly state: DeliveryState
  readonly queuedAt: string
  readonly sentAt: string | null
}

/** What became of the mails of one kind. */
export interface TemplateSummary {
  readonly template: string
  readonly count: number
  readonly sent: number
  /** Bounced or given up. */
  readonly failed: number
  readonly lastAt: string
}

/** How features send mail: recorded with its job in the caller's transaction, sent by the worker after the commit. */
@Injectable()
export class Deliveries {
  readonly #domain: string

  constructor(
    config: TweetupConfig,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {
    this.#domain = mailAddress(config.mailFrom).address.split('@').at(-1) ?? 'localhost'
  }

  /** Queues one mail. Answers false, and does nothing, when there is one with this key already. */
  async queue<N extends TemplateName>(manager: EntityManager, mail: QueuedMail<N>): Promise<boolean> {
    const [deliveryId] = await this.#record(manager, [mail])
    if (deliveryId === undefined) return false
    await this.jobs.enqueue(manager, deliverMail, { deliveryId })
    return true
  }

  /** Queues many mails with a few statements; those that people wait for do not stand in line behind bulks. Answers how many of them are new. */
  async queueMany<N extends TemplateName>(
    manager: EntityManager,
    mails: readonly QueuedMail<N>[],
    { awaited = false }: { readonly awaited?: boolean } = {},
  ): Promise<number> {
    let recorded = 0
    if (mails.length > 1) await planAnew(manager)
    for (let start = 0; start < mails.length; start += chunk) {
      const ids = await this.#record(manager, mails.slice(start, start + chunk))
      await this.jobs.enqueueMany(
        manager,
        awaited ? deliverMail : deliverBulkMail,
        ids.map((deliveryId) => ({ deliveryId })),
      )
      recorded += ids.length
    }
    return recorded
  }

  /** The mails to one applicant, oldest first. */
  async ofApplication(applicationId: string): Promise<DeliveryFate[]> {
    const deliveries = await this.dataSource.manager.find(Delivery, { where: { applicationId }, order: { queuedAt: 'ASC', id: 'ASC' } })
    return deliveries.map(({ template, state, queuedAt, sentAt }) => ({
      template,
      state,
      queuedAt: queuedAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    }))
  }

  /** How many mails of each kind an event has sent, the latest kind first. */
  async summaryOfEvent(eventId: string): Promise<TemplateSummary[]> {
    const rows = await this.dataSource.manager.query<(Omit<TemplateSummary, 'lastAt'> & { lastAt: Date })[]>(
      `select template, count(*)::int as count, count(*) filter (where state = 'sent')::int as sent,
         count(*) filter (where state in ('bounced', 'failed'))::int as failed, max(queued_at) as "lastAt"
       from deliveries where event_id = $1 group by template order by max(queued_at) desc, template`,
      [eventId],
    )
    return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }))
  }

  /** Inserts the rows whose key is new and answers their ids. */
  async #record(manager: EntityManager, mails: readonly QueuedMail[]): Promise<string[]> {
    const rows = mails.map(({ organizationId, eventId, applicationId, userId, recipient, locale, sender, template, params, key }) => {
      const id = newId()
      return {
        id,
        organizationId,
        eventId,
        applicationId,
        userId,
        recipient,
        locale,
        sender,
        template,
        params,
        key,
        messageId: `<${id}@${this.#domain}>`,
      }
    })
    const inserted = await manager.query<{ id: string }[]>(
      `insert into deliveries (id, organization_id, event_id, application_id, user_id, recipient, locale, template, sender, params, key, message_id, queued_at)
       select id, "organizationId", "eventId", "applicationId", "userId", recipient, locale, template, sender, params, key, "messageId", $2
       from jsonb_to_recordset($1::jsonb) as mail (id uuid, "organizationId" uuid, "eventId" uuid, "applicationId" uuid, "userId" uuid, recipient text,
         locale text, template text, sender jsonb, params jsonb, key text, "messageId" text)
       on conflict (key) do nothing returning id`,
      [JSON.stringify(rows), await this.clock.now(manager)],
    )
    return inserted.map(({ id }) => id)
  }
}
