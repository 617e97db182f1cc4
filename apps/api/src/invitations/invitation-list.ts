import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Events } from '../events/index.js'
import type { InvitationCountsDto, InvitationDto, InvitationListDto, PoolSeatsDto } from './dto/invitation-list.dto.js'
import type { InvitationState } from './invitation.entity.js'

const perPage = 100

interface Row {
  readonly id: string
  readonly application_id: string
  readonly name: string
  readonly email: string
  readonly rank: number | null
  readonly together: readonly string[]
  readonly state: InvitationState
  readonly deadline: Date
  readonly invited_at: Date
  readonly answered_at: Date | null
  readonly returned_at: Date | null
}

/** The invitations of an event as its team sees them, seats beside the draw first, then the best rank. */
@Injectable()
export class InvitationList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
  ) {}

  async list(
    organizationId: string,
    eventId: string,
    state: InvitationState | undefined,
    cursor: string | undefined,
  ): Promise<InvitationListDto> {
    await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const [rank = '0', id = '00000000-0000-0000-0000-000000000000'] = cursor?.split('.') ?? []
    const rows = await this.dataSource.query<Row[]>(
      `select invitations.id, invitations.application_id, applications.name, applications.email, draw_units.rank, invitations.state,
         invitations.deadline, invitations.invited_at, invitations.answered_at, invitations.returned_at,
         array(
           select companion.name from invitations other join applications companion on companion.id = other.application_id
           where other.draw_id = invitations.draw_id and other.unit_id = invitations.unit_id and other.application_id <> invitations.application_id
           order by companion.group_joined_at, companion.id
         ) as together
       from invitations
       left join draw_units on draw_units.draw_id = invitations.draw_id and draw_units.unit_id = invitations.unit_id
       join applications on applications.id = invitations.application_id
       where invitations.event_id = $1 and ($2::text is null or invitations.state = $2) and (coalesce(draw_units.rank, 0), invitations.id) > ($3::int, $4::uuid)
       order by coalesce(draw_units.rank, 0), invitations.id limit ${perPage}`,
      [eventId, state ?? null, Number(rank), id],
    )
    const last = rows.at(-1)
    return {
      counts: await this.counts(eventId),
      seats: await this.seats(eventId),
      items: rows.map(present),
      nextCursor: rows.length === perPage && last ? `${last.rank ?? 0}.${last.id}` : null,
    }
  }

  async counts(eventId: string): Promise<InvitationCountsDto> {
    const rows = await this.dataSource.query<{ state: keyof InvitationCountsDto; count: string }[]>(
      `select state, count(*) as count from invitations where event_id = $1 group by state
       union all
       (select 'waiting', entry_count - (select count(*) from draw_units where draw_id = draws.id and state <> 'waiting')
        from draws where event_id = $1 and drawn_at is not null order by number desc limit 1)`,
      [eventId],
    )
    const counts: InvitationCountsDto = { pending: 0, accepted: 0, declined: 0, lapsed: 0, revoked: 0, waiting: 0 }
    for (const { state, count } of rows) counts[state] = Number(count)
    return counts
  }

  /** Seats that stayed empty once the event had begun count as seats. */
  async seats(eventId: string): Promise<PoolSeatsDto[]> {
    return this.dataSource.query<PoolSeatsDto[]>(
      'select pool, greatest(seats, promised_seats) as seats, taken from seat_pools where event_id = $1 order by pool',
      [eventId],
    )
  }
}

function present(row: Row): InvitationDto {
  return {
    id: row.id,
    applicationId: row.application_id,
    name: row.name,
    email: row.email,
    rank: row.rank,
    together: row.together,
    state: row.state,
    deadline: row.deadline.toISOString(),
    invitedAt: row.invited_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    returned: row.returned_at !== null,
  }
}
