import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import { type DrawState, rankedUnits, unitAt, unitStatus } from '#draw'
import { Draw } from './draw.entity.js'
import type { PlacedUnit } from './draw-listeners.js'
import { DrawUnit } from './draw-unit.entity.js'

const rowsPerInsert = 5000

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
    return manager.findOne(Draw, { where: { eventId }, order: { number: 'DESC' }, lock: { mode: 'pessimistic_write' } })
  }

  /** Events past their close that are to be drawn and have no commitment yet, oldest close first. */
  async eventsToFreeze(now: Date): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select id from events
       where published_at is not null and cancelled_at is null and closes_at <= $1
         and not exists (select 1 from draws where draws.event_id = events.id)
       order by closes_at limit 20`,
      [now],
    )
    return rows.map(({ id }) => id)
  }

  /** Committed draws whose round is out. */
  async drawsToRun(now: Date): Promise<readonly Draw[]> {
    return this.manager
      .createQueryBuilder(Draw, 'draw')
      .where('draw.drawnAt is null and draw.roundAt <= :now', { now })
      .andWhere('exists (select from events where events.id = draw.eventId and events.cancelled_at is null)')
      .andWhere('not exists (select from draws later where later.event_id = draw.eventId and later.number > draw.number)')
      .orderBy('draw.roundAt')
      .limit(20)
      .getMany()
  }

  async insertUnits(manager: EntityManager, units: readonly Omit<DrawUnit, 'rank' | 'state' | 'pool' | 'held'>[]): Promise<void> {
    for (let start = 0; start < units.length; start += rowsPerInsert) {
      const part = units.slice(start, start + rowsPerInsert)
      await manager.query(
        `insert into draw_units (draw_id, organization_id, unit_id, application_id, ticket_id, seats, weight, tags)
         select $1, $2, * from unnest($3::text[], $4::uuid[], $5::text[], $6::int[], $7::int[], $8::text[])`,
        [
          part[0]?.drawId,
          part[0]?.organizationId,
          part.map(({ unitId }) => unitId),
          part.map(({ applicationId }) => applicationId),
          part.map(({ ticketId }) => ticketId),
          part.map(({ seats }) => seats),
          part.map(({ weight }) => weight),
          part.map(({ tags }) => tags),
        ],
      )
    }
  }

  async writeRanks(manager: EntityManager, drawId: string, state: DrawState): Promise<void> {
    const ranked = [...rankedUnits(state)]
    await manager.query(
      `update draw_units set rank = ranked.rank
       from unnest($2::text[], $3::int[]) as ranked (unit_id, rank)
       where draw_units.draw_id = $1 and draw_units.unit_id = ranked.unit_id`,
      [drawId, ranked.map(({ unitId }) => unitId), ranked.map(({ rank }) => rank)],
    )
  }

  /** Copies where the units stand that differ between two states, and answers those that have seats now and had none. */
  async writeChanges(manager: EntityManager, drawId: string, before: DrawState, after: DrawState): Promise<readonly PlacedUnit[]> {
    const changed = changedUnits(before, after).map((unitId) => ({
      unitId,
      status: unitStatus(after, unitId),
      held: heldBefore(before, unitId),
    }))
    if (changed.length === 0) return []
    const rows = await manager.query<[{ unit_id: string; application_id: string; rank: number }[], number]>(
      `update draw_units set state = changed.state, pool = changed.pool, held = changed.held
       from unnest($2::text[], $3::text[], $4::text[], $5::int[]) as changed (unit_id, state, pool, held)
       where draw_units.draw_id = $1 and draw_units.unit_id = changed.unit_id
       returning draw_units.unit_id, draw_units.application_id, draw_units.rank`,
      [
        drawId,
        changed.map(({ unitId }) => unitId),
        changed.map(({ status }) => status.state),
        changed.map(({ status }) => (status.state === 'placed' ? status.pool : null)),
        changed.map(({ status }) => (status.state === 'placed' ? status.held : 0)),
      ],
    )
    const written = new Map(rows[0].map((row) => [row.unit_id, row]))
    return changed
      .flatMap(({ unitId, status, held }) => {
        const row = written.get(unitId)
        if (row === undefined || status.state !== 'placed' || held > 0) return []
        return [{ unitId, applicationId: row.application_id, pool: status.pool, seats: status.held, rank: row.rank }]
      })
      .sort((one, other) => one.rank - other.rank)
  }
}

function changedUnits(before: DrawState, after: DrawState): string[] {
  const changed: string[] = []
  for (let unit = 0; unit < after.entries.count; unit += 1) {
    const same =
      before.seating.status[unit] === after.seating.status[unit] &&
      before.seating.held[unit] === after.seating.held[unit] &&
      before.seating.poolOf[unit] === after.seating.poolOf[unit]
    if (!same) changed.push(unitAt(after.entries, unit).unitId)
  }
  return changed
}

function heldBefore(before: DrawState, unitId: string): number {
  const status = unitStatus(before, unitId)
  return status.state === 'placed' ? status.held : 0
}
