import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { TweetupConfig } from '../../config/index.js'
import { Clock, Transactions } from '../../database/index.js'
import { canonicalEmail } from '../../http/dto/index.js'
import { NotFound } from '../../http/index.js'
import { type Delivery, PersonalLinks, type StayReason, UnwantedMails } from '../../messages/index.js'
import { Organization } from '../../organizations/index.js'
import { mailboxKey } from '../identity/mailbox-key.js'
import { type MailBlockSubject, MailBlockTokens } from './mail-block-tokens.js'
import { isUnasked, UnaskedMails } from './unasked-mails.js'

/** A mailbox, and the event about which an organization writes to it. */
interface Addressee {
  readonly organizationId: string
  readonly eventId: string
  readonly emailKey: string
}

export interface MailBlockPage {
  readonly organization: Organization
  readonly blocked: boolean
}

/**
 * Addresses that others type and whose owners want no more mail about it, one organization at a time. It holds for mails to addresses that
 * nobody has confirmed and for no others. The application itself stays what it is, unconfirmed, and its page tells its sender nothing.
 */
@Injectable()
export class MailBlocks implements OnModuleInit {
  constructor(
    private readonly config: TweetupConfig,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly tokens: MailBlockTokens,
    private readonly links: PersonalLinks,
    private readonly unwanted: UnwantedMails,
    private readonly unasked: UnaskedMails,
  ) {}

  onModuleInit(): void {
    this.links.register('noMail', async (_, { organizationId, recipient }) =>
      this.config.url(`/no-mail/${this.tokens.of(this.#subjectOf(organizationId ?? '', recipient))}`),
    )
    this.unwanted.register((manager, delivery) => this.#whyStay(manager, delivery))
  }

  /** What the page behind the link shows. Throws NotFound for a link that this installation never sent. */
  async show(token: string): Promise<MailBlockPage> {
    const subject = this.#read(token)
    const { manager } = this.dataSource
    const organization = await manager.findOneBy(Organization, { id: subject.organizationId })
    if (!organization) throw new NotFound()
    return { organization, blocked: await this.#isBlocked(manager, subject) }
  }

  /** Blocking twice is blocking once. */
  async block(token: string): Promise<void> {
    const { organizationId, addressHash } = this.#read(token)
    await this.transactions.run(async (manager) => {
      await manager.query(
        `insert into mail_blocks (organization_id, address_hash, at)
         select id, $2, $3 from organizations where id = $1
         on conflict (organization_id, address_hash) do update set at = excluded.at, undone_at = null where mail_blocks.undone_at is not null`,
        [organizationId, addressHash, await this.clock.now(manager)],
      )
    })
  }

  async undo(token: string): Promise<void> {
    const subject = this.#read(token)
    await this.transactions.run((manager) => this.#lift(manager, subject))
  }

  /** Whoever proves that an address is hers wants mail there again. */
  async liftFor(manager: EntityManager, { organizationId, eventId, emailKey }: Addressee): Promise<void> {
    const subject = this.tokens.subject(organizationId, emailKey)
    await this.#lift(manager, subject)
    await this.unasked.forget(manager, eventId, subject.addressHash)
  }

  async #whyStay(manager: EntityManager, delivery: Delivery): Promise<StayReason | null> {
    const subject = this.#subjectOf(delivery.organizationId ?? '', delivery.recipient)
    if (await this.#isBlocked(manager, subject)) return 'blocked'
    if (!isUnasked(delivery)) return null
    return (await this.unasked.isTheOne(manager, delivery, subject.addressHash)) ? null : 'withheld'
  }

  #read(token: string): MailBlockSubject {
    const subject = this.tokens.read(token)
    if (!subject) throw new NotFound()
    return subject
  }

  #subjectOf(organizationId: string, recipient: string): MailBlockSubject {
    return this.tokens.subject(organizationId, mailboxKey(canonicalEmail(recipient) ?? recipient))
  }

  async #isBlocked(manager: EntityManager, { organizationId, addressHash }: MailBlockSubject): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'select from mail_blocks where organization_id = $1 and address_hash = $2 and undone_at is null',
      [organizationId, addressHash],
    )
    return rows.length > 0
  }

  async #lift(manager: EntityManager, { organizationId, addressHash }: MailBlockSubject): Promise<void> {
    await manager.query('update mail_blocks set undone_at = $3 where organization_id = $1 and address_hash = $2 and undone_at is null', [
      organizationId,
      addressHash,
      await this.clock.now(manager),
    ])
  }
}
