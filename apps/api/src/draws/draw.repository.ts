import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import { type DrawState, findUnit, leafHash, type ListedUnit, toHex, unitAt, type UnitStatus, unitStatusAt } from '#draw'
import { Draw } from './draw.entity.js'
import type { PlacedUnit } from './draw-listeners.js'
import type { UnitState } from './draw-unit.entity.js'

const rowsPerInsert = 5000
const utf8 = new TextEncoder()

/** Where a unit stands, by the copy of the log that pages ask. */
export interface UnitStanding {
  readonly drawId: string
  readonly unitId: string
  readonly state: UnitState
}

@Injectable()
export class DrawRepository extends Repository<Draw> {
  constructor(dataSource: DataSource) {
    super(Draw, dataSource.manager)
  }

  /** The draw of an event that counts: the one with the highest number. */
  async latest(eventId: string, manager: EntityManager = this.manager): Promise<Draw | null> {
    return manager.findOne(Draw, { where: { eventId }, order: { number: 'DESC' } })
  }

  /** The same, locked until the transaction ends: whoever changes seats of an event takes this lock first. */
  async lockLatest(manager: EntityManager, eventId: string): Promise<Draw | null> {
    const locked = await manager.findOne(Draw, { where: { eventId }, order: { number: 'DESC' }, lock: { mode: 'pessimistic_write' } })
    if (locked === null) return null
    // While it was waited for, the draw may have been given up for a new one.
    const [latest] = await manager.query<{ id: string }[]>('select id from draws where event_id = $1 order by number desc limit 1', [
      eventId,
    ])
    return latest?.id === locked.id ? locked : this.lockLatest(manager, eventId)
  }

  /** Events past their close that are to be drawn and have no commitment yet, oldest close first. */
  async eventsToFreeze(now: Date): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select id from events
       where published_at is not null and cancelled_at is null
         and greatest(closes_at, (policy #>> '{review,until}')::timestamptz) <= $1
         and not exists (select 1 from draws where draws.event_id = events.id)
       order by closes_at limit 20`,
      [now],
    )
    return rows.map(({ id }) => id)
  }

  /** Draws that hold seats for groups although the day has come on which the answers are due. Whoever has let it pass passes her seat on first, and after the beginning nobody is called up. */
  async toEndHolding(now: Date): Promise<readonly Draw[]> {
    return this.manager
      .createQueryBuilder(Draw, 'draw')
      .innerJoin('events', 'event', 'event.id = draw.eventId and event.answer_by <= :now and event.starts_at > :now', { now })
      .where('draw.holds and draw.drawnAt is not null and event.cancelled_at is null')
      .andWhere(`not exists (select from invitations where event_id = event.id and state = 'pending' and deadline <= :now)`)
      .limit(20)
      .getMany()
  }

  /** Committed draws whose round is out and that wait for nobody's secret. */
  async drawsToRun(now: Date): Promise<readonly Draw[]> {
    return this.manager
      .createQueryBuilder(Draw, 'draw')
      .where('draw.drawnAt is null and draw.roundAt <= :now', { now })
      .andWhere('exists (select from events where events.id = draw.eventId and events.cancelled_at is null)')
      .andWhere('not exists (select from draws later where later.event_id = draw.eventId and later.number > draw.number)')
      .andWhere('not exists (select from contributor_secrets awaited where awaited.draw_id = draw.id and awaited.secret is null)')
      .orderBy('draw.roundAt')
      .limit(20)
      .getMany()
  }

  /** The unit that an application belongs to and where it stands; null when it takes no part. */
  async standingOf(manager: EntityManager, drawId: string, applicationId: string): Promise<UnitStanding | null> {
    const line = await this.lineOf(manager, drawId, applicationId)
    if (line === null) return null
    const [row] = await manager.query<{ text: string; state: UnitState | null }[]>(
      `select split_part(lines, E'\\n', $2 % 128 + 1) as text, (select state from draw_units where draw_id = $1 and unit = $2) as state
       from draw_files where draw_id = $1 and file = 'entries' and first_line = $2 - $2 % 128`,
      [drawId, line],
    )
    return row === undefined ? null : { drawId, unitId: toHex(leafHash(utf8.encode(row.text))), state: row.state ?? 'waiting' }
  }

  /** The line of the entries, from 0, that an application's ticket stands in; null when it takes no part. */
  async lineOf(manager: EntityManager, drawId: string, applicationId: string): Promise<number | null> {
    const [row] = await manager.query<{ line: number | null }[]>(
      'select draw_unit_of_ticket($1, ticket_id) as line from applications where id = $2',
      [drawId, applicationId],
    )
    return row?.line ?? null
  }

  /**
   * Copies where the units stand that differ between two states or that were named between them, and answers those that have seats
   * now and had none, best first.
   */
  async writeChanges(
    manager: EntityManager,
    draw: Draw,
    before: DrawState,
    after: DrawState,
    named: readonly string[],
  ): Promise<readonly PlacedUnit[]> {
    const lines = named.map((unitId) => findUnit(after.entries, unitId))
    const moved = [...new Set([...changedLines(before, after), ...lines])].map((line) => movedUnit(before, after, line))
    for (let start = 0; start < moved.length; start += rowsPerInsert)
      await this.#writeUnits(manager, draw, moved.slice(start, start + rowsPerInsert))
    const placed = moved.filter(({ status, had }) => status.state === 'placed' && had === 0)
    const applicationOf = await this.#applications(
      manager,
      draw,
      placed.flatMap(({ unit }) => unit.members),
    )
    return placed
      .flatMap(({ unit, rank, status }) => {
        if (status.state !== 'placed' || rank === null) return []
        const applicationIds = unit.members.map((ticket) => applicationOf.get(ticket) ?? unknownTicket(ticket))
        return [{ unitId: unit.unitId, applicationIds, pool: status.pool, seats: status.held, rank }]
      })
      .sort((one, other) => one.rank - other.rank)
  }

  /** Whoever was out before there was an order has a place in it all the same. */
  async rankMovedUnits(manager: EntityManager, drawId: string): Promise<void> {
    await manager.query('update draw_units set rank = draw_rank_of_unit(draw_id, unit) where draw_id = $1', [drawId])
  }

  async #writeUnits(manager: EntityManager, { id, organizationId }: Draw, moved: readonly MovedUnit[]): Promise<void> {
    await manager.query(
      `insert into draw_units (draw_id, organization_id, unit_id, unit, rank, state, pool, held)
       select $1, $2, * from unnest($3::text[], $4::integer[], $5::integer[], $6::text[], $7::text[], $8::integer[])
       on conflict (draw_id, unit_id) do update set state = excluded.state, pool = excluded.pool, held = excluded.held`,
      [
        id,
        organizationId,
        moved.map(({ unit }) => unit.unitId),
        moved.map(({ unit }) => unit.index),
        moved.map(({ rank }) => rank),
        moved.map(({ status }) => status.state),
        moved.map(({ status }) => (status.state === 'placed' ? status.pool : null)),
        moved.map(({ status }) => (status.state === 'placed' ? status.held : 0)),
      ],
    )
  }

  async #applications(manager: EntityManager, { eventId }: Draw, tickets: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (tickets.length === 0) return new Map()
    const rows = await manager.query<{ id: string; ticket_id: string }[]>(
      `select id, ticket_id from unnest($2::text[]) as ticket join applications on ticket_id = ticket where event_id = $1`,
      [eventId, tickets],
    )
    return new Map(rows.map((row) => [row.ticket_id, row.id]))
  }
}

/** A unit that stands otherwise than before. */
interface MovedUnit {
  readonly unit: ListedUnit
  readonly rank: number | null
  readonly status: UnitStatus
  /** Seats that it held before. */
  readonly had: number
}

function movedUnit(before: DrawState, after: DrawState, line: number): MovedUnit {
  const unit = unitAt(after.entries, line)
  const place = after.order?.placeOfUnit[line]
  return {
    unit,
    rank: place === undefined ? null : place + 1,
    status: unitStatusAt(after, line),
    had: before.seating.held[line] ?? 0,
  }
}

function changedLines({ seating: before }: DrawState, { seating: after }: DrawState): number[] {
  const changed: number[] = []
  for (let line = 0; line < after.status.length; line += 1) {
    const same =
      before.status[line] === after.status[line] && before.held[line] === after.held[line] && before.poolOf[line] === after.poolOf[line]
    if (!same) changed.push(line)
  }
  return changed
}

function unknownTicket(ticket: string): never {
  throw new Error(`Ticket ${ticket} is in the entries and belongs to no application.`)
}
