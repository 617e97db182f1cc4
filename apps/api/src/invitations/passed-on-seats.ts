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
    { unitId, seats }: Pick<Invitation, 'unitId' | 'seats'>,
    type: Leaving,
    reason: string,
  ): Promise<void> {
    log.append(unitId === null ? await this.beside.giveBack(manager, event, seats) : { type, unit: unitId, reason })
  }

  /** Once the event has begun, a seat that nobody answered for stays empty: nobody can be called up any more. */
  async leaveEmpty(
    manager: EntityManager,
    log: OpenLog,
    event: Event,
    { unitId, seats, pool }: Pick<Invitation, 'unitId' | 'seats' | 'pool'>,
  ): Promise<void> {
    if (unitId === null) return this.beside.leaveEmpty(manager, event, seats)
    log.append({ type: 'expire', unit: unitId, reason: leaveReasons.noAnswer })
    log.append({ type: 'shrink', pool, seats, reason: leaveReasons.eventBegan })
  }
}
