import { ticketNumber } from '#draw'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { applicationStep, type Step } from './application-step.js'
import type { ApplicationCountsDto, ApplicationItemDto, ApplicationListDto, ApplicationListQuery } from './dto/application-list.dto.js'
import { type ListPosition, readCursor, writeCursor } from './list-cursor.js'
import type { BesideFact, InvitationFacts } from './personal-page-facts.js'

const pageSize = 50
const batchSize = 500

interface Row {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly handle: string | null
  readonly ticketId: string
  readonly receivedAt: Date
  /** The same instant to the microsecond. */
  readonly position: string
  readonly confirmedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly setAsideAt: Date | null
  readonly entered: boolean
  readonly out: boolean
  readonly rank: number | null
  readonly pickReason: string | null
  readonly beside: BesideFact | null
  readonly invitationState: InvitationFacts['state'] | null
  readonly deadline: Date
  readonly returnedAt: Date | null
  readonly checkedInAt: Date | null
  readonly together: readonly string[]
}

/** Once the list is frozen: why somebody who could take part in the draw does not. */
const besideFact = `case when exists (select from draws where draws.event_id = application.event_id) then
           case when pick.reason = 'score' then 'score' when pick.reason is not null then 'picked'
             when read.outcome in ('below-threshold', 'not-reviewed') then read.outcome end end`

/** The console's list of applications, newest first. It reads the tables of draws, invitations and attendance too, to say in one query where each stands. */
@Injectable()
export class ApplicationList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  async page(organizationId: string, eventId: string, { cursor, step, search }: ApplicationListQuery): Promise<ApplicationListDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const now = await this.clock.now()
    const after = cursor === undefined ? null : readCursor(cursor)
    const found = await this.#find(event, now, after, search ?? '', step)
    const last = found.at(pageSize - 1)
    return {
      items: found.slice(0, pageSize).map((row) => present(row, stepOf(row, event, now))),
      nextCursor: found.length > pageSize && last ? writeCursor({ receivedAt: last.position, id: last.id }) : null,
      counts: await this.#counts(eventId),
    }
  }

  /** Where one application stands, as the list shows it. */
  async item(event: Event, applicationId: string, now: Date): Promise<ApplicationItemDto | null> {
    const [row] = await this.#rows(event.id, null, '', 1, applicationId)
    return row ? present(row, stepOf(row, event, now)) : null
  }

  /** One more than a page. Where an application stands depends on the time, so a step is picked here and not in SQL. */
  async #find(event: Event, now: Date, after: ListPosition | null, search: string, step: Step | undefined): Promise<Row[]> {
    if (step === undefined) return this.#rows(event.id, after, search, pageSize + 1)
    const found: Row[] = []
    let position = after
    for (;;) {
      const rows = await this.#rows(event.id, position, search, batchSize)
      found.push(...rows.filter((row) => stepOf(row, event, now) === step))
      const last = rows.at(-1)
      if (found.length > pageSize || rows.length < batchSize || !last) return found.slice(0, pageSize + 1)
      position = { receivedAt: last.position, id: last.id }
    }
  }

  async #rows(eventId: string, after: ListPosition | null, search: string, limit: number, id: string | null = null): Promise<Row[]> {
    return this.dataSource.manager.query<Row[]>(
      `select application.id, name, email, handle, application.ticket_id as "ticketId", received_at as "receivedAt",
         to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position,
         confirmed_at as "confirmedAt", withdrawn_at as "withdrawnAt", set_aside_at as "setAsideAt",
         unit.line is not null as entered, draw_rank_of_unit(draw.id, unit.line) as rank,
         coalesce(moved.state = 'out', false)
           or exists (select from draw_leavers where draw_id = draw.id and application_id = application.id) as out,
         pick.reason as "pickReason", ${besideFact} as beside,
         seat.state as "invitationState", seat.deadline, seat.returned_at as "returnedAt", check_ins.at as "checkedInAt",
         array(
           select companion.name from applications companion
           where companion.group_id = application.group_id and companion.id <> application.id and companion.shadow_of is null
           order by companion.group_joined_at, companion.id
         ) as together
       from applications application
       left join (select id from draws where event_id = $1 order by number desc limit 1) draw on true
       left join lateral (select draw_unit_of_ticket(draw.id, application.ticket_id) as line offset 0) unit on true
       left join draw_units moved on moved.draw_id = draw.id and moved.unit = unit.line
       left join lateral (
         select state, deadline, returned_at from invitations where application_id = application.id order by invited_at desc, id desc limit 1
       ) seat on true
       left join picks pick on pick.application_id = application.id
       left join review_outcomes read on read.application_id = application.id
       left join check_ins on check_ins.application_id = application.id
       where application.event_id = $1 and shadow_of is null
         and ($2::timestamptz is null or (received_at, application.id) < ($2, $3::uuid))
         and ($4 = '' or name ilike $5 or email ilike $5 or application.ticket_id like $6)
         and ($7::uuid is null or application.id = $7)
       order by received_at desc, application.id desc
       limit $8`,
      [
        eventId,
        after?.receivedAt ?? null,
        after?.id ?? null,
        search,
        `%${literal(search)}%`,
        `${literal(search.replace('-', '').toLowerCase())}%`,
        id,
        limit,
      ],
    )
  }

  async #counts(eventId: string): Promise<ApplicationCountsDto> {
    const [counts] = await this.dataSource.manager.query<ApplicationCountsDto[]>(
      `select count(*)::int as total,
         count(*) filter (where confirmed_at is null and withdrawn_at is null)::int as received,
         count(*) filter (where confirmed_at is not null and withdrawn_at is null)::int as confirmed,
         count(*) filter (where withdrawn_at is not null)::int as withdrawn
       from applications where event_id = $1 and shadow_of is null`,
      [eventId],
    )
    return counts ?? { received: 0, confirmed: 0, withdrawn: 0, total: 0 }
  }
}

/** Text that a LIKE pattern takes as it is. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

function stepOf(row: Row, event: Event, now: Date): Step {
  const { entered, out, rank, beside, invitationState, deadline, returnedAt, checkedInAt } = row
  const invitation = invitationState && { state: invitationState, deadline, returnedAt }
  return applicationStep({ event, application: row, draw: { entered, out, rank }, beside, invitation, checkedInAt }, now)
}

function present(row: Row, step: Step): ApplicationItemDto {
  const { id, name, email, handle, ticketId, rank, together, pickReason, receivedAt, confirmedAt } = row
  return {
    id,
    name,
    email,
    handle,
    step,
    ticketNumber: ticketNumber(ticketId),
    rank,
    together,
    pickReason,
    receivedAt: receivedAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }
}
