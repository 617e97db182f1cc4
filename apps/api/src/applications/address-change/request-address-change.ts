import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, newId, Transactions } from '../../database/index.js'
import { type Event, Events } from '../../events/index.js'
import { canonicalEmail } from '../../http/dto/index.js'
import { Conflict, Gone, Invalid, networkKey, RateLimiter } from '../../http/index.js'
import type { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import { tokenHash } from '../application-tokens.js'
import { EventGate, type Gate, isClosed } from '../event-gate.js'
import { mailboxKey } from '../identity/mailbox-key.js'
import { AddressChange } from './address-change.entity.js'
import { AddressChangeRepository } from './address-change.repository.js'
import { AddressChangeTokens } from './address-change-tokens.js'
import { AddressMails } from './address-mails.js'

const validFor = 3 * 86_400_000
const code = 'applications:addressOften'
const perApplication = { limit: 3, windowSeconds: 86_400, code }
const perNetwork = { limit: 20, windowSeconds: 3600, code }

/** Somebody wants her mails at another address. Nothing changes until both addresses have answered. */
@Injectable()
export class RequestAddressChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly limiter: RateLimiter,
    private readonly applications: ApplicationRepository,
    private readonly changes: AddressChangeRepository,
    private readonly tokens: AddressChangeTokens,
    private readonly mails: AddressMails,
  ) {}

  /** Looks the same whether or not somebody has applied with the new address. Asking for the same again changes nothing. */
  async run({ id, eventId, organizationId }: Application, email: string, ip: string): Promise<void> {
    await this.limiter.take(null, `address-change:network:${networkKey(ip)}`, perNetwork)
    await this.limiter.take(null, `address-change:${id}`, perApplication)
    const address = canonicalEmail(email) ?? email
    const emailKey = mailboxKey(address)
    await this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, organizationId, eventId)
      const gate = await this.gate.hold(manager, eventId)
      const application = await this.applications.lock(manager, id)
      requireMovable(application, gate)
      if (address === canonicalEmail(application.email)) throw new Invalid([{ path: 'email', code: 'applications:sameAddress' }])
      const open = await this.changes.open(manager, id)
      if (open?.emailKey === emailKey && open.tokenEpoch === application.tokenEpoch && open.expiresAt > gate.now) return
      const change = await this.#record(manager, application, { email, emailKey }, gate.now)
      await this.#announce(manager, event, application, change, gate.now)
    })
  }

  /** Takes the request back. Without one nothing happens. */
  async cancel({ id }: Application): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.applications.lock(manager, id)
      await this.changes.end(manager, id, await this.clock.now(manager))
    })
  }

  async #record(
    manager: EntityManager,
    application: Application,
    address: Pick<AddressChange, 'email' | 'emailKey'>,
    now: Date,
  ): Promise<AddressChange> {
    await this.changes.end(manager, application.id, now)
    const earlier = await this.changes.earlier(manager, application.id, address.emailKey)
    const id = earlier?.id ?? newId()
    const change: AddressChange = {
      id,
      organizationId: application.organizationId,
      applicationId: application.id,
      ...address,
      proveTokenHash: tokenHash(this.tokens.of(id, 'prove')),
      agreeTokenHash: application.confirmedAt === null ? null : tokenHash(this.tokens.of(id, 'agree')),
      tokenEpoch: application.tokenEpoch,
      askedAt: now,
      expiresAt: new Date(now.getTime() + validFor),
      provenAt: null,
      agreedAt: null,
      endedAt: null,
    }
    await manager.save(AddressChange, change)
    return change
  }

  async #announce(manager: EntityManager, event: Event, application: Application, change: AddressChange, now: Date): Promise<void> {
    const owner = await this.applications.ofAddress(manager, event.id, change.emailKey)
    // Another address of the same mailbox is hers to take.
    if (owner !== null && owner.id !== application.id) await this.mails.taken(manager, event, owner, now)
    else await this.mails.askProof(manager, event, application, change)
    if (application.confirmedAt !== null) await this.mails.askAgreement(manager, event, application, change)
  }
}

/** Throws when it is too late, or there is nothing left to write to her about. An address that is new now proves an application too. */
export function requireMovable({ confirmedAt, withdrawnAt }: Application, gate: Gate): void {
  if (gate.cancelled) throw new Gone('applications:cancelled')
  if (withdrawnAt !== null) throw new Conflict('applications:withdrawn')
  if (confirmedAt === null && isClosed(gate)) throw new Gone('applications:confirmedTooLate')
}
