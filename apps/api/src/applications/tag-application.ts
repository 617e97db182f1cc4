import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../audit/index.js'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { Conflict, type FieldError, Invalid, type Membership, NotFound } from '../http/index.js'
import { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { EventGate, isClosed } from './event-gate.js'
import { closedTags } from './pool-doors.js'

/** The team notes a word about an application. Pools may ask for it, so it counts until their close and not a minute longer. */
@Injectable()
export class TagApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly applications: ApplicationRepository,
    private readonly audit: AuditLog,
  ) {}

  async run({ organizationId, userId }: Membership, eventId: string, applicationId: string, tags: readonly string[]): Promise<void> {
    await this.transactions.run(async (manager) => {
      const found = await this.applications.ofOrganization(organizationId, applicationId, manager)
      if (found?.eventId !== eventId || found.shadowOf !== null) throw new NotFound()
      const gate = await this.gate.hold(manager, eventId)
      if (isClosed(gate)) throw new Conflict('applications:tagsClosed')
      const application = await this.applications.lock(manager, applicationId)
      await this.#refuseLate(manager, application, tags, gate.now)
      const sorted = tags.toSorted()
      await manager.update(Application, { id: applicationId }, { tags: sorted, version: application.version + 1 })
      await this.audit.record(manager, {
        organizationId,
        eventId,
        userId,
        action: 'application.tagged',
        subject: applicationId,
        before: { tags: application.tags },
        after: { tags: sorted },
      })
    })
  }

  /** A tag that decides about seats whose applications have closed stays as it was at their close. */
  async #refuseLate(
    manager: EntityManager,
    { organizationId, eventId, tags }: Application,
    wanted: readonly string[],
    now: Date,
  ): Promise<void> {
    const { policy } = await this.events.byId(manager, organizationId, eventId)
    const errors: FieldError[] = closedTags(policy, now)
      .filter((tag) => tags.includes(tag) !== wanted.includes(tag))
      .map((tag) => ({ path: 'tags', code: 'applications:tagClosed', values: { tag } }))
    if (errors.length > 0) throw new Invalid(errors)
  }
}
