import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { TweetupConfig } from '../config/index.js'
import { Clock } from '../database/index.js'
import { translate } from '../http/index.js'
import { JobRegistry, type JobRun } from '../jobs/index.js'
import { MailDeferred, type MailParty, MailRejected, MailTransport } from '../mail/index.js'
import { Delivery } from './delivery.entity.js'
import { deliverBulkMail, deliverMail } from './delivery-jobs.js'
import { mailAddress } from './mail-address.js'
import { PersonalLinks } from './personal-links.js'
import { renderMail } from './render-mail.js'
import { isTemplateName, type ParamsOf, type TemplateName } from './templates.js'
import { UnwantedMails } from './unwanted-mails.js'

/** Less than a transaction may stand idle. */
const patienceMs = 45_000

/** The job behind a delivery: writes the mail, hands it over, records what came of it. */
@Injectable()
export class SendDelivery implements OnModuleInit {
  constructor(
    private readonly config: TweetupConfig,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
    private readonly registry: JobRegistry,
    private readonly links: PersonalLinks,
    private readonly transport: MailTransport,
    private readonly unwanted: UnwantedMails,
  ) {}

  onModuleInit(): void {
    for (const job of [deliverMail, deliverBulkMail]) this.registry.handle(job, ({ deliveryId }, run) => this.send(deliveryId, run))
  }

  /**
   * Sends the mail unless its fate is decided. Throws when it should be tried again.
   * The row stays locked while the mail is on its way, so that two workers never send it both; a worker that is killed lets go of it, and the
   * next one sends the same Message-ID. Not `Transactions.run`, which could run the work, and so send the mail, twice.
   */
  async send(id: string, { lastAttempt, signal }: Pick<JobRun, 'lastAttempt' | 'signal'>): Promise<void> {
    const failure = await this.dataSource.transaction(async (manager) => {
      const delivery = await manager.findOne(Delivery, { where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!delivery || !['queued', 'deferred'].includes(delivery.state)) return undefined
      const now = await this.clock.now(manager)
      const stays = await this.unwanted.whyStay(manager, delivery)
      if (stays !== null) {
        await manager.update(Delivery, { id }, { state: stays, triedAt: now, error: null })
        return undefined
      }
      const tried = { attempts: delivery.attempts + 1, triedAt: now }
      try {
        await withPatience(signal, (patient) => this.#handOver(manager, delivery, patient))
        await manager.update(Delivery, { id }, { ...tried, state: 'sent', sentAt: now, error: null })
        return undefined
      } catch (error) {
        const state = error instanceof MailRejected ? 'bounced' : lastAttempt ? 'failed' : 'deferred'
        await manager.update(Delivery, { id }, { ...tried, state, error: reasonOf(error) })
        return state === 'bounced' ? undefined : error instanceof Error ? error : new Error(reasonOf(error))
      }
    })
    if (failure !== undefined) throw failure
  }

  async #handOver(manager: EntityManager, delivery: Delivery, signal: AbortSignal): Promise<void> {
    const { template, locale, sender, recipient, params, messageId } = delivery
    if (!isTemplateName(template)) throw new Error(`There is no mail named "${template}".`)
    const from = mailAddress(this.config.mailFrom)
    const links = await this.links.forMail(manager, template, delivery)
    const mail = await renderMail<TemplateName>({
      template,
      params: params as ParamsOf<TemplateName>,
      locale,
      sender,
      links,
      addresses: { from: from.address, recipient },
    })
    await this.transport.send(
      {
        from: { name: senderName(delivery) ?? from.name, address: from.address },
        to: { address: recipient },
        ...(sender.host ? { replyTo: { name: sender.host.name, address: sender.host.replyTo } satisfies MailParty } : {}),
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale, ...oneClick(links.noMail) },
        ...(mail.calendar ? { icalEvent: mail.calendar } : {}),
      },
      signal,
    )
  }
}

/** What lets a mail program offer to be the last mail of its kind (RFC 8058). */
function oneClick(address: string): Record<string, string> {
  return address === '' ? {} : { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** Does the work under a signal that also fires when it takes too long. */
async function withPatience(signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const patience = new AbortController()
  const giveUp = () => patience.abort()
  const timer = setTimeout(giveUp, patienceMs)
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    await work(patience.signal)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}

/** `Mirjam de Vries via Museum Duinlicht`: a person speaks, and nobody is deceived about whose server sends. */
function senderName({ locale, sender: { host, organization } }: Delivery): string | undefined {
  if (!host || !organization) return organization?.name
  return translate(locale, 'mails:from', { host: host.name, organization: organization.name })
}

function reasonOf(error: unknown): string {
  if (error instanceof MailDeferred || error instanceof MailRejected) return error.message.slice(0, 500)
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : String(error)
}
