import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import {
  canonicalJson,
  type DrawState,
  type Leaving,
  linesOfClosingSeat,
  linesOfLeaving,
  type LogEvent,
  peopleOf,
  seedOfDraw,
  type SeatChangeFields,
  unitAt,
  unitStatus,
} from '#draw'
import { Clock } from '../database/index.js'
import { Draw } from './draw.entity.js'
import { DrawEvent } from './draw-event.entity.js'
import { byUnit, DrawLeavers, type Leaver } from './draw-leavers.js'
import { DrawListeners, type PlacedUnit } from './draw-listeners.js'
import { DrawRepository } from './draw.repository.js'
import { DrawOrders } from './draw-orders.js'
import { DrawStates } from './draw-states.js'
import { rankEntries } from './engine/draw-engine.js'
import type { UnitState } from './draw-unit.entity.js'
import { GrowingLog } from './growing-log.js'
import type { DrawnWith } from './number-of-draw.js'

/** The open log of one draw, inside the transaction that holds its lock. */
export interface OpenLog {
  readonly draw: Draw
  readonly drawn: boolean
  /** The unit of the entries that an application belongs to, or null when it takes no part. */
  unitOf(applicationId: string): Promise<{ readonly unitId: string; readonly state: UnitState } | null>
  /** Adds a line. Who moves up because of it is told to the listeners when the work is done. */
  append(fields: SeatChangeFields): void
  /**
   * Somebody no longer comes: the lines that follow, for her unit or for her seat alone. With `emptyReason` her seat stays empty.
   * Answers false, and does nothing, when she takes no part or has left before.
   */
  leave(applicationId: string, leaving: Leaving, emptyReason?: string): Promise<boolean>
  /**
   * Somebody comes back to her old place, of a group to the others of it. Answers false, and does nothing, when she has not left, or when
   * her group has its seats already: hers has moved on, and the protocol knows no larger unit.
   */
  rejoin(applicationId: string, reason: string): Promise<boolean>
}

/** The only writer of draws' logs: locks the draw, asks `libs/draw` what follows, writes the answer and the line. */
@Injectable()
export class DrawLog {
  constructor(
    private readonly clock: Clock,
    private readonly draws: DrawRepository,
    private readonly states: DrawStates,
    private readonly orders: DrawOrders,
    private readonly leavers: DrawLeavers,
    private readonly listeners: DrawListeners,
  ) {}

  /**
   * Runs the work with the log of the event's draw, locked, and then writes the lines it added and their consequences.
   * Answers null without running it when the event has no draw yet.
   */
  async change<T>(manager: EntityManager, eventId: string, work: (log: OpenLog) => Promise<T>): Promise<T | null> {
    const draw = await this.draws.lockLatest(manager, eventId)
    if (draw === null) return null
    const before = await this.states.load(manager, draw)
    const at = await this.#secondsNow(manager, before)
    const growing = new GrowingLog(before, at)
    const answer = await work(this.#openLog(manager, draw, growing))
    if (growing.appended.length === 0) return answer
    const placed = await this.#write(manager, draw, growing)
    await this.listeners.promoted(manager, draw, placed)
    return answer
  }

  /** Makes the draw itself, once: the line, everybody's rank, who is placed. The draw must be locked and not drawn. */
  async draw(manager: EntityManager, draw: Draw, drawn: DrawnWith): Promise<void> {
    const before = await this.states.load(manager, draw)
    const growing = new GrowingLog(before, await this.#secondsNow(manager, before))
    const request = { type: 'draw' as const, ...drawn }
    const { seed } = seedOfDraw(before.manifest, before.commitment, { ...request, at: growing.at })
    const order = await rankEntries(before.entries, seed)
    growing.append(request, () => order)
    const { signature } = drawn
    Object.assign(draw, { drawnAt: new Date(growing.at * 1000), seed, orderHash: order.hash, signature })
    await manager.update(Draw, { id: draw.id }, { drawnAt: draw.drawnAt, seed: draw.seed, orderHash: draw.orderHash, signature })
    await this.orders.write(manager, draw, order)
    await this.draws.rankMovedUnits(manager, draw.id)
    const placed = await this.#write(manager, draw, growing)
    await this.listeners.drawn(manager, draw, placed)
  }

  #openLog(manager: EntityManager, draw: Draw, growing: GrowingLog): OpenLog {
    const unitOf: OpenLog['unitOf'] = async (applicationId) => {
      const line = await this.draws.lineOf(manager, draw.id, applicationId)
      if (line === null) return null
      const { unitId } = unitAt(growing.state.entries, line)
      return { unitId, state: unitStatus(growing.state, unitId).state }
    }
    return {
      draw,
      drawn: draw.drawnAt !== null,
      unitOf,
      append: (fields) => growing.append(fields),
      leave: async (applicationId, leaving, emptyReason) => {
        const unit = await unitOf(applicationId)
        if (unit === null || unit.state === 'out') return false
        const staying = await this.#staying(manager, draw, growing, { applicationId, unitId: unit.unitId, reason: leaving.reason })
        if (staying === null) return false
        const lines =
          emptyReason === undefined
            ? linesOfLeaving(growing.state, unit.unitId, staying, leaving)
            : linesOfClosingSeat(growing.state, unit.unitId, staying, leaving, emptyReason)
        for (const line of lines) growing.append(line)
        return true
      },
      rejoin: async (applicationId, reason) => {
        const unit = await unitOf(applicationId)
        if (unit === null || unit.state === 'placed') return false
        const alone = peopleOf(growing.state, unit.unitId) === 1
        const had = alone ? unit.state === 'out' : await this.leavers.forget(manager, draw.id, applicationId)
        if (had && unit.state === 'out') growing.append({ type: 'reinstate', unit: unit.unitId, reason })
        return had
      },
    }
  }

  /** How many people of her unit stay when somebody leaves it; null when she has left before. */
  async #staying(manager: EntityManager, draw: Draw, { state, at }: GrowingLog, leaver: Leaver): Promise<number | null> {
    const people = peopleOf(state, leaver.unitId)
    if (people === 1) return 0
    if (!(await this.leavers.note(manager, draw, leaver, new Date(at * 1000)))) return null
    const leavers = await this.leavers.of(manager, draw.id)
    return people - leavers.filter(({ unitId }) => unitId === leaver.unitId).length
  }

  /** Writes the lines and where they leave everybody; answers who has seats now and had none, without those who have left. */
  async #write(manager: EntityManager, draw: Draw, growing: GrowingLog): Promise<readonly PlacedUnit[]> {
    const { before, appended } = growing
    const leavers = before.manifest.maxUnitSeats > 1 ? await this.leavers.of(manager, draw.id) : []
    growing.giveBackEmptySeats(byUnit(leavers))
    await this.#writeLines(manager, draw, growing)
    await this.#writeSeats(manager, draw, before, growing.state)
    const named = appended.flatMap(({ event }) => unitsNamed(event))
    const placed = await this.draws.writeChanges(manager, draw, before, growing.state, named)
    this.states.remember(draw.id, growing.state)
    const left = new Set(leavers.map(({ applicationId }) => applicationId))
    return placed.map((unit) => ({ ...unit, applicationIds: unit.applicationIds.filter((id) => !left.has(id)) }))
  }

  async #writeLines(manager: EntityManager, draw: Draw, { appended, state }: GrowingLog): Promise<void> {
    const lines = appended.map(({ event, hash }) => ({
      drawId: draw.id,
      organizationId: draw.organizationId,
      seq: event.seq,
      event: canonicalJson(event),
      hash,
    }))
    await manager.insert(DrawEvent, lines)
    const last = lines.at(-1)
    if (last === undefined) return
    const changes = { seq: last.seq, head: last.hash, holds: !state.seating.firstFit }
    Object.assign(draw, changes)
    await manager.update(Draw, { id: draw.id }, changes)
  }

  /** Follows `capacity` and `shrink` lines, so that the database's own limit is the log's. */
  async #writeSeats(manager: EntityManager, draw: Draw, before: DrawState, after: DrawState): Promise<void> {
    for (const [index, { id }] of after.manifest.pools.entries()) {
      const difference = poolSeats(after, index) - poolSeats(before, index)
      if (difference === 0) continue
      await manager.query('update seat_pools set seats = seats + $3 where event_id = $1 and pool = $2', [draw.eventId, id, difference])
    }
  }

  /** Times in a log never go back, whatever a clock does. */
  async #secondsNow(manager: EntityManager, { at }: DrawState): Promise<number> {
    return Math.max(Math.floor((await this.clock.now(manager)).getTime() / 1000), at)
  }
}

/** Free and held seats of a pool together. */
function poolSeats({ seating }: DrawState, pool: number): number {
  let seats = seating.free[pool] ?? 0
  for (let unit = 0; unit < seating.held.length; unit += 1) if (seating.poolOf[unit] === pool) seats += seating.held[unit] ?? 0
  return seats
}

/** Units whose row a line may change although they stand as before. The draw places everybody anew, so it names nobody. */
function unitsNamed(event: LogEvent): string[] {
  if (event.type === 'draw') return []
  const promoted = event.promoted.map(([unitId]) => unitId)
  return 'unit' in event ? [event.unit, ...promoted] : promoted
}
