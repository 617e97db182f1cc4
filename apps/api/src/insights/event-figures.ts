import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ApplicationFigures } from './live/application-figures.js'

/** How many people did what, and when last. */
export interface Figures {
  readonly applied: number
  readonly confirmed: number
  readonly lastHour: number
  readonly lastAt: Date | null
  readonly invited: number
  readonly pending: number
  readonly accepted: number
  readonly firstInvitedAt: Date | null
  /** The latest deadline of an invitation that waits for an answer. */
  readonly lastDeadline: Date | null
  /** When the list was frozen. */
  readonly committedAt: Date | null
  readonly came: number
  readonly answered: number
}

export interface PoolFigures {
  readonly pool: string
  readonly seats: number
  readonly pending: number
  readonly accepted: number
}

/** Who made, announced or called off the event. */
export type Actors = Readonly<Record<'created' | 'published' | 'cancelled', string | undefined>>

/** The figures of an event's home, each set in one query over the tables of the features before it. */
@Injectable()
export class EventFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly applications: ApplicationFigures,
  ) {}

  async of(eventId: string, now: Date): Promise<Figures> {
    const [figures] = await this.dataSource.query<Omit<Figures, 'applied' | 'confirmed' | 'lastHour' | 'lastAt'>[]>(
      `select seats.*,
         (select max(committed_at) from draws where event_id = $1) as "committedAt",
         (select count(*)::int from check_ins where event_id = $1) as came,
         (select count(*)::int from survey_answers where event_id = $1) as answered
       from (
         select count(distinct application_id)::int as invited, min(invited_at) as "firstInvitedAt",
           count(*) filter (where state = 'pending')::int as pending, count(*) filter (where state = 'accepted')::int as accepted,
           max(deadline) filter (where state = 'pending') as "lastDeadline"
         from invitations where event_id = $1
       ) seats`,
      [eventId],
    )
    if (!figures) throw new Error('A query without a FROM of rows answered none.')
    return { ...figures, ...(await this.applications.totals(eventId)), ...(await this.applications.lastHour(eventId, now)) }
  }

  /** Seats by pool, those that stayed empty too; before the list is frozen all of them lie in the open one. */
  async pools(eventId: string, capacity: number): Promise<PoolFigures[]> {
    const pools = await this.dataSource.query<PoolFigures[]>(
      `select seat_pools.pool, greatest(seat_pools.seats, promised_seats) as seats,
         coalesce(sum(invitations.seats) filter (where state = 'pending'), 0)::int as pending,
         coalesce(sum(invitations.seats) filter (where state = 'accepted'), 0)::int as accepted
       from seat_pools left join invitations on invitations.event_id = seat_pools.event_id and invitations.pool = seat_pools.pool
       where seat_pools.event_id = $1 group by seat_pools.pool, seat_pools.seats, promised_seats order by seat_pools.pool`,
      [eventId],
    )
    return pools.length > 0 ? pools : [{ pool: 'open', seats: capacity, pending: 0, accepted: 0 }]
  }

  async actors(eventId: string): Promise<Actors> {
    const rows = await this.dataSource.query<{ action: string; name: string }[]>(
      `select distinct on (action) action, users.name from audit_log join users on users.id = audit_log.user_id
       where event_id = $1 and action in ('event.created', 'event.duplicated', 'event.published', 'event.cancelled') order by action, at desc`,
      [eventId],
    )
    const by = new Map(rows.map(({ action, name }) => [action, name]))
    return {
      created: by.get('event.created') ?? by.get('event.duplicated'),
      published: by.get('event.published'),
      cancelled: by.get('event.cancelled'),
    }
  }
}
