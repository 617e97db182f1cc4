import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { calendarUid } from '#calendar'
import { TweetupConfig } from '../config/index.js'
import { Clock } from '../database/index.js'
import { type Event, EventCancellations } from '../events/index.js'
import { Deliveries } from '../messages/index.js'
import { ApplicantLetters } from './applicant-letters.js'

/** Above the sequences of an invitation and of its end, so that every calendar takes it for the latest word. */
const cancellationSequence = 2

interface Concerned {
  readonly id: string
  readonly seat: boolean
}

/** Tells everybody who still hopes or plans to come that there is nothing to come to. */
@Injectable()
export class CancelledEvents implements OnModuleInit {
  constructor(
    private readonly config: TweetupConfig,
    private readonly clock: Clock,
    private readonly cancellations: EventCancellations,
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.cancellations.register((manager, event) => this.#tell(manager, event))
  }

  async #tell(manager: EntityManager, event: Event): Promise<void> {
    const concerned = await this.#concerned(manager, event)
    const now = await this.clock.now(manager)
    const reason = event.cancelReason ?? ''
    const stamp = now.toISOString()
    const host = new URL(this.config.publicUrl).hostname
    const seated = await this.letters.address(
      manager,
      event,
      concerned.filter(({ seat }) => seat).map(({ id }) => id),
    )
    await this.deliveries.queueMany(
      manager,
      seated.map((letter) => {
        const calendar = { uid: calendarUid(letter.applicationId, host), sequence: cancellationSequence, stamp }
        return {
          ...letter,
          template: 'seat-cancelled' as const,
          params: { ...letter.params, reason, calendar },
          key: `event-cancelled:${letter.applicationId}`,
        }
      }),
    )
    const others = await this.letters.address(
      manager,
      event,
      concerned.filter(({ seat }) => !seat).map(({ id }) => id),
    )
    await this.deliveries.queueMany(
      manager,
      others.map((letter) => ({
        ...letter,
        template: 'event-cancelled' as const,
        params: { ...letter.params, reason },
        key: `event-cancelled:${letter.applicationId}`,
      })),
    )
  }

  /** Confirmed people who have not left: not withdrawn, not set aside, and, once drawn, neither out of the draw nor without the seat that they had beside it. Reads the tables of draws and invitations. */
  async #concerned(manager: EntityManager, event: Event): Promise<Concerned[]> {
    return manager.query<Concerned[]>(
      `with out as (
         select unnest(draw_tickets_of_unit(draw_id, unit)) as ticket_id from draw_units join draws on draws.id = draw_id
         where draws.event_id = $1 and state = 'out'
       )
       select application.id,
         exists (select from invitations where application_id = application.id and state in ('pending', 'accepted')) as seat
       from applications application
       where event_id = $1 and shadow_of is null and confirmed_at is not null and withdrawn_at is null and set_aside_at is null
         and not exists (select from out where out.ticket_id = application.ticket_id)
         and not exists (
           select from invitations where application_id = application.id and unit_id is null and state not in ('pending', 'accepted'))`,
      [event.id],
    )
  }
}
