import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { DrawLog, type OpenLog } from '../draws/index.js'
import { type Event, Events } from '../events/index.js'
import { Conflict, type Membership, NotFound } from '../http/index.js'
import { Exclusion } from './exclusion.entity.js'
import { ExclusionMails } from './exclusion-mails.js'
import { ExclusionRepository } from './exclusion.repository.js'
import { Pointless } from './pointless.js'

/** What the public log says when somebody is back. */
const reinstateReason = 'appeal-granted'

type Decision = 'granted' | 'refused'

/** A member who did not ask for the exclusion hears the appeal: the ticket goes back to its old place, or stays out and the person is told why. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly log: DrawLog,
    private readonly exclusions: ExclusionRepository,
    private readonly mails: ExclusionMails,
    private readonly pointless: Pointless,
    private readonly audit: AuditLog,
  ) {}

  async grant(member: Membership, eventId: string, id: string): Promise<void> {
    await this.#decide(member, eventId, id, 'granted', async (manager, event, log, exclusion) => {
      if (!(await log.rejoin(exclusion.applicationId, reinstateReason))) throw new Conflict('exclusions:groupSeated')
      await this.#write(manager, exclusion, member, 'granted', null)
      await this.mails.reinstated(manager, event, exclusion)
    })
  }

  async refuse(member: Membership, eventId: string, id: string, answer: string): Promise<void> {
    await this.#decide(member, eventId, id, 'refused', async (manager, event, _log, exclusion) => {
      await this.#write(manager, exclusion, member, 'refused', answer)
      await this.mails.appealRefused(manager, event, exclusion, answer)
    })
  }

  /** An appeal that has become pointless ends instead. Deciding the same twice is deciding once. */
  async #decide(
    { organizationId, userId }: Membership,
    eventId: string,
    id: string,
    decision: Decision,
    act: (manager: EntityManager, event: Event, log: OpenLog, exclusion: Exclusion) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, organizationId, eventId)
      const found = await this.log.change(manager, eventId, async (log) => {
        const exclusion = await this.exclusions.lockById(manager, organizationId, eventId, id)
        if (exclusion === null || exclusion.appealState === null) return false
        if (exclusion.askedBy === userId) throw new Conflict('exclusions:yourOwnAppeal')
        if (exclusion.appealState === decision || exclusion.appealState === 'ended') return true
        if (exclusion.appealState !== 'open') throw new Conflict('exclusions:appealDecided')
        const now = await this.clock.now(manager)
        const because = log.draw.id === exclusion.drawId ? await this.pointless.because(manager, event, exclusion, now) : 'left'
        if (because !== null) await this.pointless.end(manager, exclusion, because, now, userId)
        else await act(manager, event, log, exclusion)
        return true
      })
      if (found !== true) throw new NotFound()
    })
  }

  async #write(manager: EntityManager, exclusion: Exclusion, member: Membership, decision: Decision, answer: string | null): Promise<void> {
    const now = await this.clock.now(manager)
    await manager.update(
      Exclusion,
      { id: exclusion.id },
      {
        ...(decision === 'granted' && { state: 'reinstated' as const }),
        appealState: decision,
        appealDecidedBy: member.userId,
        appealDecidedAt: now,
        appealAnswer: answer,
      },
    )
    await this.audit.record(manager, {
      organizationId: member.organizationId,
      eventId: exclusion.eventId,
      userId: member.userId,
      action: `appeal.${decision}`,
      subject: exclusion.id,
      before: { state: 'open' },
      after: { state: decision, answer },
    })
  }
}
