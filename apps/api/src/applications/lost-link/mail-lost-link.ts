import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type EntityManager, In, IsNull } from 'typeorm'
import { Clock, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { canonicalEmail } from '../../http/dto/index.js'
import { RateLimiter, TooMany } from '../../http/index.js'
import { JobRegistry } from '../../jobs/index.js'
import { Deliveries } from '../../messages/index.js'
import { ApplicantLetters } from '../applicant-letters.js'
import { Application } from '../application.entity.js'
import { ConfirmationMails } from '../confirmation-mails.js'
import { mailboxKey } from '../identity/mailbox-key.js'
import { lostLinkAsked } from './lost-link.job.js'

/** More nobody reads; the newest come first. */
const most = 10

/** The worker's part of a lost link: at most one mail per address and hour, and none to who never applied. */
@Injectable()
export class MailLostLink implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly limiter: RateLimiter,
    private readonly events: Events,
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
    private readonly confirmations: ConfirmationMails,
  ) {}

  onModuleInit(): void {
    this.registry.handle(lostLinkAsked, ({ email }) => this.run(email))
  }

  async run(email: string): Promise<void> {
    const canonical = canonicalEmail(email) ?? email
    const emailKey = mailboxKey(canonical)
    await this.transactions.run(async (manager) => {
      const applications = await manager.find(Application, {
        // From before mailboxes were compared an event may have several of one, all but one of them under their own address.
        where: { emailKey: In([emailKey, canonical]), shadowOf: IsNull() },
        order: { receivedAt: 'DESC', id: 'DESC' },
      })
      const [newest] = applications
      if (!newest || !(await this.#mayWrite(manager, emailKey))) return
      const proven = applications.filter(({ confirmedAt }) => confirmedAt !== null).slice(0, most)
      if (proven.length > 0) await this.#mail(manager, emailKey, proven)
      else await this.#askProof(manager, newest)
    })
  }

  async #mayWrite(manager: EntityManager, emailKey: string): Promise<boolean> {
    try {
      await this.limiter.take(manager, `lost-link:${emailKey}`, { limit: 1, windowSeconds: 3600 })
      return true
    } catch (error) {
      if (error instanceof TooMany) return false
      throw error
    }
  }

  async #mail(manager: EntityManager, emailKey: string, applications: readonly Application[]): Promise<void> {
    const letters = []
    for (const { id, organizationId, eventId } of applications) {
      const [letter] = await this.letters.address(manager, await this.events.byId(manager, organizationId, eventId), [id])
      if (letter) letters.push(letter)
    }
    const [first] = letters
    if (!first) return
    const isOneBrand = letters.every(({ organizationId }) => organizationId === first.organizationId)
    await this.deliveries.queue(manager, {
      organizationId: isOneBrand ? first.organizationId : null,
      recipient: first.recipient,
      locale: first.locale,
      sender: isOneBrand ? first.sender : { organization: null, host: null },
      template: 'lost-link',
      params: {
        emailKey,
        pages: letters.map(({ applicationId, params, sender }) => ({
          applicationId,
          title: params.event.title,
          organization: sender.organization?.name ?? '',
          startsAt: params.event.startsAt,
          timeZone: params.event.timeZone,
        })),
      },
      key: `lost-link:${first.applicationId}:${(await this.clock.now(manager)).getTime()}`,
    })
  }

  /** Nobody has confirmed this address: it gets no link to a page, but what it got before, within the limits of that. */
  async #askProof(manager: EntityManager, application: Application): Promise<void> {
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    const now = await this.clock.now(manager)
    const isOpen = event.cancelledAt === null && event.closesAt !== null && now < event.closesAt
    if (isOpen) await this.confirmations.ask(manager, event, application, now)
  }
}
