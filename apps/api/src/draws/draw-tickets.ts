import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Draw } from './draw.entity.js'
import type { DrawTicketListDto, TicketState } from './dto/draw-ticket.dto.js'
import { ticketNumber } from '#draw'

const ticketsPerPage = 500

interface TicketRow {
  readonly rank: number | null
  readonly ticket_id: string
  readonly pool: string | null
  readonly state: TicketState
}

/** The public list of tickets: pseudonyms, places and what became of them, nothing else. */
@Injectable()
export class DrawTickets {
  constructor(private readonly dataSource: DataSource) {}

  /** Tickets in draw order after a rank; before the draw by ticket id after one, which leads to the beginning once there are ranks. With a prefix, only ticket ids that start so. */
  async list(draw: Draw, after = '', prefix = ''): Promise<DrawTicketListDto> {
    const drawn = draw.drawnAt !== null
    const place = drawn ? 'unit.rank' : 'unit.ticket_id'
    const rows = await this.dataSource.manager.query<TicketRow[]>(
      `select unit.rank, unit.ticket_id, coalesce(seat.pool, unit.pool) as pool,
         case
           when seat.state = 'accepted' then 'coming'
           when seat.state = 'pending' then 'invited'
           when unit.state = 'out' and seat.state is not null then 'passedOn'
           when unit.state = 'out' then 'withdrawn'
           when unit.rank is null then 'entered'
           else 'waiting'
         end as state
       from draw_units unit
       left join lateral (
         select state, pool from invitations
         where invitations.draw_id = unit.draw_id and invitations.unit_id = unit.unit_id
         order by invited_at desc limit 1
       ) seat on true
       where unit.draw_id = $1 and unit.ticket_id like $2 and ${place} > $3
       order by ${place}
       limit ${ticketsPerPage}`,
      [draw.id, `${prefix}%`, drawn ? rankIn(after) : after],
    )
    const last = rows.at(-1)
    const more = rows.length === ticketsPerPage && last !== undefined
    return {
      items: rows.map((row) => ({
        rank: row.rank,
        ticketId: row.ticket_id,
        ticketNumber: ticketNumber(row.ticket_id),
        pool: row.pool,
        state: row.state,
      })),
      nextCursor: more ? String(last.rank ?? last.ticket_id) : null,
    }
  }

  async counts(drawId: string): Promise<{ placed: number; waiting: number; out: number }> {
    const rows = await this.dataSource.manager.query<{ state: 'placed' | 'waiting' | 'out'; units: string }[]>(
      'select state, count(*) as units from draw_units where draw_id = $1 group by state',
      [drawId],
    )
    const counts = { placed: 0, waiting: 0, out: 0 }
    for (const { state, units } of rows) counts[state] = Number(units)
    return counts
  }

  /** Ticket numbers of units, by unit id. */
  async numbersOfUnits(drawId: string, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.manager.query<{ unit_id: string; ticket_id: string }[]>(
      'select unit_id, ticket_id from draw_units where draw_id = $1 and unit_id = any($2::text[])',
      [drawId, unitIds],
    )
    return new Map(rows.map((row) => [row.unit_id, ticketNumber(row.ticket_id)]))
  }
}

function rankIn(cursor: string): number {
  return /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0
}
