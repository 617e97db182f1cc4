import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ticketNumber } from '#draw'
import type { Draw } from './draw.entity.js'
import { DrawOrders } from './draw-orders.js'
import type { DrawTicketListDto, TicketState } from './dto/draw-ticket.dto.js'

const perPage = 500

interface TicketRow {
  readonly rank: number | null
  readonly ticket_id: string
  readonly lots: number
  readonly pool: string | null
  readonly state: TicketState
}

/** A unit by its first ticket, and how many others belong to it. */
export interface UnitName {
  readonly ticketNumber: string
  readonly companions: number
}

/** The public list of tickets: pseudonyms, places and what became of them, nothing else. */
@Injectable()
export class DrawTickets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly orders: DrawOrders,
  ) {}

  /** Tickets in draw order after a rank; before the draw by ticket id after one, which leads to the beginning once there are ranks. With a prefix, only ticket ids that start so, by ticket id. */
  async list(draw: Draw, after = '', prefix = ''): Promise<DrawTicketListDto> {
    return prefix === '' && draw.drawnAt !== null ? this.#byRank(draw, rankIn(after)) : this.#byTicket(draw, ticketIn(after), prefix)
  }

  async #byRank(draw: Draw, after: number): Promise<DrawTicketListDto> {
    const lines = await this.orders.after(this.dataSource.manager, draw.id, after, perPage)
    const rows = await this.#rows(
      `select unit, rank, ticket_id from unnest($2::integer[], $3::integer[]) as line (unit, rank), unnest(draw_tickets_of_unit($1, unit)) as ticket_id`,
      [draw.id, lines.map(({ unit }) => unit), lines.map(({ rank }) => rank)],
      'ticket.rank, ticket.ticket_id',
    )
    const last = lines.at(-1)
    return { items: rows.map(present), nextCursor: lines.length === perPage && last ? String(last.rank) : null }
  }

  /** From the block that holds the first of them on. Hex digits end with f: `~` comes after every ticket that starts with the prefix. */
  async #byTicket(draw: Draw, after: string, prefix: string): Promise<DrawTicketListDto> {
    const from = after > prefix ? after : prefix
    const rows = await this.#rows(
      `select unit, draw_rank_of_unit($1, unit) as rank, ticket_id
       from (
         select ticket_id, unit from draw_tickets, unnest(tickets, units) as listed (ticket_id, unit)
         where draw_id = $1 and ticket_id >= $2 and ticket_id <> $3 and ticket_id < $4 and first_ticket < $4
           and first_ticket >= coalesce((select max(first_ticket) from draw_tickets where draw_id = $1 and first_ticket <= $2), '')
         order by ticket_id limit ${perPage}
       ) as found`,
      [draw.id, from, after, `${prefix}~`],
      'ticket.ticket_id',
    )
    return { items: rows.map(present), nextCursor: rows.length === perPage ? (rows.at(-1)?.ticket_id ?? null) : null }
  }

  /** What became of the tickets that a query names with their units and ranks; its first parameter is the draw. */
  async #rows(tickets: string, parameters: readonly unknown[], order: string): Promise<TicketRow[]> {
    return this.dataSource.manager.query<TicketRow[]>(
      `select ticket.rank, ticket.ticket_id, draw_lots_of_unit($1, ticket.unit) as lots, coalesce(seat.pool, moved.pool) as pool,
         case
           when seat.state = 'accepted' then 'coming'
           when seat.state = 'pending' then 'invited'
           when moved.state = 'out' and exists (
             select from exclusions where draw_id = moved.draw_id and unit_id = moved.unit_id and exclusions.state = 'approved'
           ) then 'excluded'
           when (moved.state = 'out' or gone.ticket_id is not null) and seat.state is not null then 'passedOn'
           when moved.state = 'out' or gone.ticket_id is not null then 'withdrawn'
           when ticket.rank is null then 'entered'
           else 'waiting'
         end as state
       from (${tickets}) as ticket
       left join draw_units moved on moved.draw_id = $1 and moved.unit = ticket.unit
       left join lateral (
         select state, pool from invitations join applications on applications.id = application_id
         where invitations.draw_id = moved.draw_id and invitations.unit_id = moved.unit_id and applications.ticket_id = ticket.ticket_id
         order by invited_at desc limit 1
       ) seat on true
       left join (
         select ticket_id from draw_leavers join applications on applications.id = application_id where draw_id = $1
       ) gone on gone.ticket_id = ticket.ticket_id
       order by ${order}`,
      [...parameters],
    )
  }

  /** Where the units stand: whoever the log has not named waits. */
  async counts({ id, entryCount }: Draw): Promise<{ placed: number; waiting: number; out: number }> {
    const rows = await this.dataSource.manager.query<{ state: 'placed' | 'waiting' | 'out'; units: string }[]>(
      'select state, count(*) as units from draw_units where draw_id = $1 group by state',
      [id],
    )
    const of = (state: 'placed' | 'out') => Number(rows.find((row) => row.state === state)?.units ?? 0)
    return { placed: of('placed'), waiting: entryCount - of('placed') - of('out'), out: of('out') }
  }

  /** What units that the log names are called, by unit id. */
  async namesOfUnits(drawId: string, unitIds: readonly string[]): Promise<ReadonlyMap<string, UnitName>> {
    const rows = await this.dataSource.manager.query<{ unit_id: string; tickets: string[] }[]>(
      'select unit_id, draw_tickets_of_unit(draw_id, unit) as tickets from draw_units where draw_id = $1 and unit_id = any($2::text[])',
      [drawId, unitIds],
    )
    return new Map(
      rows.map(({ unit_id, tickets }) => [unit_id, { ticketNumber: ticketNumber(tickets[0] ?? ''), companions: tickets.length - 1 }]),
    )
  }
}

function present({ rank, ticket_id, lots, pool, state }: TicketRow) {
  return { rank, ticketId: ticket_id, ticketNumber: ticketNumber(ticket_id), lots, pool, state }
}

function rankIn(cursor: string): number {
  return /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0
}

function ticketIn(cursor: string): string {
  return /^[0-9a-f]{64}$/.test(cursor) ? cursor : ''
}
