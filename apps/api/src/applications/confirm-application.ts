import { ticketNumber } from '#draw'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { Gone, NotFound } from '../http/index.js'
import { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { ApplicationTokens } from './application-tokens.js'
import { ConfirmationMails } from './confirmation-mails.js'
import type { ConfirmedDto } from './dto/confirmation.dto.js'
import { EventGate, isClosed } from './event-gate.js'
import { MailBlocks } from './mail-blocks/mail-blocks.js'

/** The owner of an address says that it is hers. */
@Injectable()
export class ConfirmApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly mails: ConfirmationMails,
    private readonly blocks: MailBlocks,
  ) {}

  /** Confirming twice is confirming once. */
  async run(confirmToken: string, personalToken: string | null): Promise<ConfirmedDto> {
    return this.transactions.run(async (manager) => {
      const found = await this.applications.byConfirmToken(confirmToken, manager)
      if (!found || found.shadowOf !== null) throw new NotFound()
      const gate = await this.gate.hold(manager, found.eventId)
      const application = await this.applications.lock(manager, found.id)
      if (application.confirmedAt !== null) return this.#present(application, application.confirmedAt)
      if (gate.cancelled) throw new Gone('applications:cancelled')
      if (isClosed(gate)) throw new Gone('applications:confirmedTooLate')
      return this.#present(await this.#confirm(manager, application, gate.now, personalToken), gate.now)
    })
  }

  /**
   * Whoever typed the address may not have been its owner. From another browser than the one that applied, the link on the receipt is
   * replaced by one that only the mailbox has; a withdrawal from before the proof was not the owner's either, and falls.
   */
  async #confirm(manager: EntityManager, application: Application, confirmedAt: Date, personalToken: string | null): Promise<Application> {
    const sameBrowser = personalToken !== null && this.tokens.opens('personal', personalToken, application)
    const changes = { confirmedAt, withdrawnAt: null, tokenEpoch: application.tokenEpoch + (sameBrowser ? 0 : 1) }
    await manager.update(Application, { id: application.id }, changes)
    await this.blocks.liftFor(manager, application)
    const confirmed = { ...application, ...changes }
    if (!sameBrowser)
      await this.mails.newLink(manager, await this.events.byId(manager, application.organizationId, application.eventId), confirmed)
    return confirmed
  }

  #present(application: Application, confirmedAt: Date): ConfirmedDto {
    return {
      personalUrl: this.tokens.personalUrl(application),
      confirmedAt: confirmedAt.toISOString(),
      ticketNumber: ticketNumber(application.ticketId),
    }
  }
}
