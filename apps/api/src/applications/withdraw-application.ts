import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { Conflict, Gone } from '../http/index.js'
import { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { ConfirmationMails } from './confirmation-mails.js'
import { EventGate, type Gate, isClosed } from './event-gate.js'
import { Withdrawals } from './withdrawals.js'

/** Somebody no longer wants to take part, or, until the close, wants to again. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly applications: ApplicationRepository,
    private readonly mails: ConfirmationMails,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** Withdraws, until the event begins. Withdrawing twice is withdrawing once. */
  async withdraw({ id, eventId }: Pick<Application, 'id' | 'eventId'>): Promise<void> {
    await this.transactions.run(async (manager) => {
      const gate = await this.gate.hold(manager, eventId)
      const application = await this.applications.lock(manager, id)
      if (application.withdrawnAt !== null) return
      if (gate.cancelled) throw new Gone('applications:cancelled')
      if (gate.now >= gate.startsAt) throw new Gone('applications:begun')
      const changes = { withdrawnAt: gate.now, version: application.version + 1 }
      await manager.update(Application, { id }, changes)
      const withdrawn = { ...application, ...changes }
      if (!(await this.withdrawals.announce(manager, withdrawn))) await this.#tell(manager, withdrawn, gate)
    })
  }

  /** Takes a withdrawal back, until the close. */
  async rejoin({ id, eventId }: Pick<Application, 'id' | 'eventId'>): Promise<void> {
    await this.transactions.run(async (manager) => {
      const gate = await this.gate.hold(manager, eventId)
      const application = await this.applications.lock(manager, id)
      if (application.withdrawnAt === null) return
      if (gate.cancelled) throw new Gone('applications:cancelled')
      if (isClosed(gate)) throw new Conflict('applications:withdrawnForGood')
      await manager.update(Application, { id }, { withdrawnAt: null, version: application.version + 1 })
    })
  }

  /** A mail only to an address that is proven: others may belong to strangers. */
  async #tell(manager: EntityManager, application: Application, gate: Gate): Promise<void> {
    if (application.confirmedAt === null) return
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    await this.mails.withdrawn(manager, event, application, isClosed(gate))
  }
}
