import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { poolOfTheRest, seatsBesideDraw } from '#policy'
import { lacksProofInSql } from '../applications/index.js'
import { AuditLog } from '../audit/index.js'
import { Clock } from '../database/index.js'
import type { Event } from '../events/index.js'
import { Pick } from './pick.entity.js'
import { pickedPool, pickTokens } from './pick-tokens.js'

/** Decides by scores who gets a seat beside the draw, and keeps whom it leaves out of it. Answers the applications with a seat. */
type Decide = (manager: EntityManager, event: Event) => Promise<readonly string[]>

/** Seats go from here to the draw, as a line of its log. */
export interface FreeSeats {
  readonly type: 'capacity'
  readonly pool: string
  readonly seats: number
  readonly reason: string
}

const rowsPerInsert = 5000

/** The seats that are given beside the draw: who has one at the freeze, and what becomes of them later. */
@Injectable()
export class SeatsBeside {
  #review: Decide = async () => []

  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** For the review feature. */
  useReview(decide: Decide): void {
    this.#review = decide
  }

  /**
   * At the freeze: settles who has a seat beside the draw, and opens the pool of those seats. Who has one, and whom a review leaves out, is
   * not in the entries any more. The caller holds the event's row locked for itself.
   *
   * @returns how many of the declared seats nobody took.
   */
  async take(manager: EntityManager, event: Event): Promise<number> {
    const declared = seatsBesideDraw(event.policy)
    if (declared === 0 && event.policy.review === null) return 0
    await this.#dropAbsent(manager, event)
    await this.#seatByScore(manager, event, await this.#review(manager, event))
    const filled = await manager.countBy(Pick, { eventId: event.id })
    if (filled > 0)
      await manager.query('insert into seat_pools (event_id, organization_id, pool, seats, promised_seats) values ($1, $2, $3, $4, $4)', [
        event.id,
        event.organizationId,
        pickedPool,
        filled,
      ])
    return declared - filled
  }

  /** Seats that nobody beside the draw takes, as the line that gives them to the pool of the rest. */
  free({ policy }: Event, seats: number): FreeSeats {
    return { type: 'capacity', pool: poolOfTheRest(policy), seats, reason: pickTokens.free }
  }

  /** Somebody has left a seat beside the draw: it goes to the draw by the line that is answered. */
  async giveBack(manager: EntityManager, event: Event, seats: number): Promise<FreeSeats> {
    await manager.query(
      'update seat_pools set seats = seats - $3, promised_seats = promised_seats - $3 where event_id = $1 and pool = $2',
      [event.id, pickedPool, seats],
    )
    return this.free(event, seats)
  }

  /** Once the event has begun nobody can be called up: the seat stays empty. */
  async leaveEmpty(manager: EntityManager, { id }: Event, seats: number): Promise<void> {
    await manager.query('update seat_pools set seats = seats - $3 where event_id = $1 and pool = $2', [id, pickedPool, seats])
  }

  /** Whether this application has a seat beside the draw. Asked after the freeze. */
  async has(manager: EntityManager, applicationId: string): Promise<boolean> {
    return manager.existsBy(Pick, { applicationId })
  }

  /** Whom to invite beside the draw once it is made: everybody with such a seat who has not withdrawn since the freeze. */
  async toInvite(manager: EntityManager, eventId: string): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `select applications.id from picks join applications on applications.id = picks.application_id
       where picks.event_id = $1 and withdrawn_at is null order by applications.id`,
      [eventId],
    )
    return rows.map(({ id }) => id)
  }

  /** Whoever was picked and can no longer take part leaves the seat to the draw. */
  async #dropAbsent(manager: EntityManager, { id: eventId, organizationId }: Event): Promise<void> {
    const [absent] = await manager.query<[{ application_id: string; reason: string }[], number]>(
      `delete from picks using applications
       where picks.event_id = $1 and applications.id = picks.application_id
         and (confirmed_at is null or withdrawn_at is not null or set_aside_at is not null or ${lacksProofInSql})
       returning picks.application_id, picks.reason`,
      [eventId],
    )
    for (const { application_id: subject, reason } of absent)
      await this.audit.record(manager, { organizationId, eventId, action: 'seat.left', subject, before: { reason } })
  }

  async #seatByScore(manager: EntityManager, { id: eventId, organizationId }: Event, seated: readonly string[]): Promise<void> {
    const pickedAt = await this.clock.now(manager)
    const picks = seated.map((applicationId) => ({
      applicationId,
      organizationId,
      eventId,
      reason: pickTokens.score,
      pickedBy: null,
      pickedAt,
    }))
    for (let start = 0; start < picks.length; start += rowsPerInsert) await manager.insert(Pick, picks.slice(start, start + rowsPerInsert))
  }
}
