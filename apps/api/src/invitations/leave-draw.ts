import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Application, Withdrawals } from '../applications/index.js'
import { Clock } from '../database/index.js'
import { DrawLog, type OpenLog } from '../draws/index.js'
import { Events } from '../events/index.js'
import { Invitation } from './invitation.entity.js'
import { InvitationMails } from './invitation-mails.js'
import { InvitationRepository } from './invitation.repository.js'
import { leaveReasons } from './leave-reasons.js'
import { SeatsBeside } from '../picks/index.js'

/** Whoever withdraws after the commitment stays in the list and is passed over: a seat moves on if there was one, and the log says so, of a group only what it gives back. */
@Injectable()
export class LeaveDraw implements OnModuleInit {
  constructor(
    private readonly withdrawals: Withdrawals,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly invitations: InvitationRepository,
    private readonly log: DrawLog,
    private readonly beside: SeatsBeside,
    private readonly mails: InvitationMails,
  ) {}

  onModuleInit(): void {
    this.withdrawals.register((manager, application) => this.#leave(manager, application))
  }

  async #leave(manager: EntityManager, application: Application): Promise<boolean> {
    const written = await this.log.change(manager, application.eventId, async (log) => {
      if ((await log.unitOf(application.id)) === null) return this.#leaveBeside(manager, application, log)
      const leaves = await log.leave(application.id, { type: 'withdraw', reason: leaveReasons.withdrawn })
      return leaves && this.#giveUpSeat(manager, application)
    })
    return written ?? false
  }

  /** A seat beside the draw goes to the draw, once: while it waits for its invitation, or while that is live. */
  async #leaveBeside(manager: EntityManager, application: Application, log: OpenLog): Promise<boolean> {
    if (!(await this.beside.has(manager, application.id))) return false
    const invitation = await this.invitations.lockNewest(manager, application.id)
    if (invitation !== null && invitation.state !== 'pending' && invitation.state !== 'accepted') return false
    const written = await this.#giveUpSeat(manager, application)
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    log.append(await this.beside.giveBack(manager, event, 1))
    return written
  }

  /** A seat leaves the calendar too, so whoever held one gets the letter about the seat. Answers whether there was one. */
  async #giveUpSeat(manager: EntityManager, { id, organizationId, eventId }: Application): Promise<boolean> {
    const invitation = await this.invitations.lockNewest(manager, id)
    if (invitation?.state !== 'pending' && invitation?.state !== 'accepted') return false
    const now = await this.clock.now(manager)
    const changes = { state: 'declined' as const, ...(invitation.state === 'accepted' ? { returnedAt: now } : { answeredAt: now }) }
    await manager.update(Invitation, { id: invitation.id }, changes)
    await this.mails.givenUp(manager, await this.events.byId(manager, organizationId, eventId), { ...invitation, ...changes })
    return true
  }
}
