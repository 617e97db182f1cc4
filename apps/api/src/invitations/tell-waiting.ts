import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ApplicantLetters } from '../applications/index.js'
import { type Draw, DrawAnnouncements } from '../draws/index.js'
import type { Event } from '../events/index.js'
import { Deliveries } from '../messages/index.js'

interface Waiting {
  readonly rank: number
  readonly application_id: string
  /** Place in the line of those who wait. */
  readonly place: number
}

/** After a draw: tells everybody who takes part and got no seat which number she has, in draw order. */
@Injectable()
export class TellWaiting implements OnModuleInit {
  constructor(
    private readonly announcements: DrawAnnouncements,
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.announcements.register('not-drawn', (manager, draw, event, after, batchSize) =>
      this.#tell(manager, draw, event, Number(after), batchSize),
    )
  }

  async #tell(manager: EntityManager, draw: Draw, event: Event, after: number, batchSize: number): Promise<string | null> {
    if (after >= draw.entryCount) return null
    const last = Math.min(after + batchSize, draw.entryCount)
    const waiting = new Map((await this.#waiting(manager, draw, after, last)).map((row) => [row.application_id, row]))
    const letters = await this.letters.address(manager, event, [...waiting.keys()])
    const mails = letters.flatMap((letter) => {
      const row = waiting.get(letter.applicationId)
      if (!row) return []
      const params = { ...letter.params, rank: row.rank, total: draw.entryCount, place: row.place }
      return [{ ...letter, template: 'not-drawn' as const, params, key: `not-drawn:${draw.id}:${letter.applicationId}` }]
    })
    await this.deliveries.queueMany(manager, mails)
    return String(last)
  }

  /** Who waits between two ranks and was never named by the log: the others have been told what became of them. */
  async #waiting(manager: EntityManager, draw: Draw, after: number, last: number): Promise<Waiting[]> {
    return manager.query<Waiting[]>(
      `with line as (
         select first + place::integer as rank, units.unit, moved.state
         from draw_orders, unnest(units) with ordinality as units (unit, place)
           left join draw_units moved on moved.draw_id = $1 and moved.unit = units.unit
         where draw_orders.draw_id = $1 and first > $3 - 256 and first < $4 and first + place > $3 and first + place <= $4
       ), counted as (
         select rank, unit, state, rank - count(*) filter (where state <> 'waiting') over (order by rank)
           - (select count(*) from draw_units where draw_id = $1 and state <> 'waiting' and rank <= $3) as place
         from line
       )
       select rank, place::integer, applications.id as application_id
       from counted, unnest(draw_tickets_of_unit($1, unit)) as ticket join applications on event_id = $2 and ticket_id = ticket
       where state is null order by rank`,
      [draw.id, draw.eventId, after, last],
    )
  }
}
