import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isUniqueViolation, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { Conflict, Gone, NotFound } from '../../http/index.js'
import { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import { ApplicationTokens } from '../application-tokens.js'
import type { AddressAnsweredDto } from '../dto/address-change.dto.js'
import { EventGate } from '../event-gate.js'
import { MailBlocks } from '../mail-blocks/mail-blocks.js'
import { AddressChange } from './address-change.entity.js'
import { AddressChangeRepository } from './address-change.repository.js'
import { AddressMails } from './address-mails.js'
import { requireMovable } from './request-address-change.js'

/** One of the two addresses says yes; with the second yes the change takes effect. */
@Injectable()
export class AnswerAddressChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly applications: ApplicationRepository,
    private readonly changes: AddressChangeRepository,
    private readonly tokens: ApplicationTokens,
    private readonly mails: AddressMails,
    private readonly blocks: MailBlocks,
  ) {}

  /** Saying yes twice is saying it once. The new personal link is told to the new address only. */
  async run(token: string): Promise<AddressAnsweredDto> {
    try {
      return await this.transactions.run((manager) => this.#answer(manager, token))
    } catch (error) {
      // Somebody applied with the new address at the same moment.
      if (isUniqueViolation(error, 'applications_one_per_address')) throw new Conflict('applications:addressTaken')
      throw error
    }
  }

  async #answer(manager: EntityManager, token: string): Promise<AddressAnsweredDto> {
    const found = await this.changes.byToken(token, manager)
    if (!found) throw new NotFound()
    const { eventId } = await manager.findOneByOrFail(Application, { id: found.change.applicationId })
    const gate = await this.gate.hold(manager, eventId)
    const application = await this.applications.lock(manager, found.change.applicationId)
    const change = await this.changes.lock(manager, found.change.id)
    if (!isAlive(change, application, gate.now)) throw new Gone('applications:addressOver')
    requireMovable(application, gate)
    const provenAt = change.provenAt ?? (found.role === 'prove' ? gate.now : null)
    if (provenAt !== null) await this.#requireFree(manager, application, change)
    if (found.role === 'prove') await this.blocks.liftFor(manager, { ...application, emailKey: change.emailKey })
    const agreedAt = change.agreedAt ?? (found.role === 'agree' ? gate.now : null)
    const done = provenAt !== null && (change.agreeTokenHash === null || agreedAt !== null)
    await manager.update(AddressChange, { id: change.id }, { provenAt, agreedAt, endedAt: done ? gate.now : null })
    if (!done) return { state: 'waiting', personalUrl: null }
    const moved = await this.#move(manager, application, change, gate.now)
    return { state: 'done', personalUrl: found.role === 'prove' ? this.tokens.personalUrl(moved) : null }
  }

  /** Told only to, or after, whoever reads the mail to the new address: others must not learn who has applied with it. */
  async #requireFree(manager: EntityManager, { id, eventId }: Application, { emailKey }: AddressChange): Promise<void> {
    const owner = await this.applications.ofAddress(manager, eventId, emailKey)
    if (owner !== null && owner.id !== id) throw new Conflict('applications:addressTaken')
  }

  /**
   * Only where mails go changes. The ticket keeps the holder it was made with: every receipt that was signed must be found in the draw.
   * Links that were mailed to the old address stop working, the one that confirmed it included.
   */
  async #move(manager: EntityManager, before: Application, change: AddressChange, now: Date): Promise<Application> {
    const changes = {
      email: change.email,
      emailKey: change.emailKey,
      shadowOf: null,
      confirmedAt: before.confirmedAt ?? now,
      tokenEpoch: before.tokenEpoch + 1,
      confirmEpoch: before.confirmEpoch + 1,
      version: before.version + 1,
    }
    await manager.update(Application, { id: before.id }, changes)
    const application = { ...before, ...changes }
    await forward(manager, before.id, change.email)
    const event = await this.events.byId(manager, before.organizationId, before.eventId)
    await this.mails.moved(manager, event, application)
    if (before.confirmedAt !== null) await this.mails.left(manager, event, before, change)
    return application
  }
}

/** Whether a yes still counts: not over, not taken back, and asked with the personal link that still is the one. */
export function isAlive(change: AddressChange, application: Pick<Application, 'tokenEpoch'>, now: Date): boolean {
  return change.endedAt === null && now < change.expiresAt && change.tokenEpoch === application.tokenEpoch
}

/** What waits to be sent goes to the new address: links are made when a mail is sent, and the old address must not get the new one. */
async function forward(manager: EntityManager, applicationId: string, recipient: string): Promise<void> {
  await manager.query(
    `update deliveries set recipient = $2 where id in (
       select id from deliveries where application_id = $1 and state in ('queued', 'deferred')
         and template not in ('address-proof', 'address-agreement', 'confirm-address') for update skip locked)`,
    [applicationId, recipient],
  )
}
