import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { OpenLog } from '../draws/index.js'
import type { Event } from '../events/index.js'
import { SeatsBeside } from '../picks/index.js'
import type { Invitation } from './invitation.entity.js'
import { leaveReasons } from './leave-reasons.js'

type Leaving = 'decline' | 'expire'

/** How a seat that was given up moves on. Call it once the invitation no longer holds the seat. */
@Injectable()
export class PassedOnSeats {
  constructor(private readonly beside: SeatsBeside) {}

  /** Adds the line of the log: who leaves or, of a seat beside the draw, that the draw has one more. */
  async passOn(
    manager: EntityManager,
    log: OpenLog,
    event: Event,
    { applicationId, unitId, seats }: Pick<Invitation, 'applicationId' | 'unitId' | 'seats'>,
    type: Leaving,
    reason: string,
  ): Promise<void> {
    if (unitId === null) log.append(await this.beside.giveBack(manager, event, seats))
    else await log.leave(applicationId, { type, reason })
  }

  /** Once the event has begun, a seat that nobody answered for stays empty: nobody can be called up any more. */
  async leaveEmpty(
    manager: EntityManager,
    log: OpenLog,
    event: Event,
    { applicationId, unitId, seats }: Pick<Invitation, 'applicationId' | 'unitId' | 'seats'>,
  ): Promise<void> {
    if (unitId === null) return this.beside.leaveEmpty(manager, event, seats)
    await log.leave(applicationId, { type: 'expire', reason: leaveReasons.noAnswer }, leaveReasons.eventBegan)
  }
}
