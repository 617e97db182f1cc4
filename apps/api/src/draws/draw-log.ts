import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import {
  appendEvent,
  canonicalJson,
  type AppendedEvent,
  type DrawRequest,
  type DrawState,
  type LogEvent,
  seedOfDraw,
  type SeatChangeFields,
  unitAt,
  unitStatus,
} from '#draw'
import { Clock } from '../database/index.js'
import { Draw } from './draw.entity.js'
import { DrawEvent } from './draw-event.entity.js'
import { DrawListeners } from './draw-listeners.js'
import { DrawRepository } from './draw.repository.js'
import { DrawOrders } from './draw-orders.js'
import { DrawStates } from './draw-states.js'
import { rankEntries } from './engine/draw-engine.js'
import type { UnitState } from './draw-unit.entity.js'
import type { DrawnWith } from './number-of-draw.js'

/** The open log of one draw, inside the transaction that holds its lock. */
export interface OpenLog {
  readonly draw: Draw
  readonly drawn: boolean
  /** The unit of the entries that an application belongs to, or null when it takes no part. */
  unitOf(applicationId: string): Promise<{ readonly unitId: string; readonly state: UnitState } | null>
  /** Adds a line. Who moves up because of it is told to the listeners when the work is done. */
  append(fields: SeatChangeFields): void
}

/** The only writer of draws' logs: locks the draw, asks `libs/draw` what follows, writes the answer and the line. */
@Injectable()
export class DrawLog {
  constructor(
    private readonly clock: Clock,
    private readonly draws: DrawRepository,
    private readonly states: DrawStates,
    private readonly orders: DrawOrders,
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
    const appended: AppendedEvent[] = []
    const current = () => appended.at(-1)?.state ?? before
    const answer = await work({
      draw,
      drawn: draw.drawnAt !== null,
      unitOf: async (applicationId) => {
        const line = await this.draws.lineOf(manager, draw.id, applicationId)
        if (line === null) return null
        const { unitId } = unitAt(before.entries, line)
        return { unitId, state: unitStatus(current(), unitId).state }
      },
      append: (fields) => appended.push(appendEvent(current(), { ...fields, at })),
    })
    const after = appended.at(-1)?.state
    if (after === undefined) return answer
    await this.#writeLines(manager, draw, appended)
    await this.#writeSeats(manager, draw, before, after)
    const named = appended.flatMap(({ event }) => unitsNamed(event))
    const placed = await this.draws.writeChanges(manager, draw, before, after, named)
    await this.listeners.promoted(manager, draw, placed)
    this.states.remember(draw.id, after)
    return answer
  }

  /** Makes the draw itself, once: the line, everybody's rank, who is placed. The draw must be locked and not drawn. */
  async draw(manager: EntityManager, draw: Draw, drawn: DrawnWith): Promise<void> {
    const before = await this.states.load(manager, draw)
    const at = await this.#secondsNow(manager, before)
    const request: DrawRequest = { type: 'draw', at, ...drawn }
    const order = await rankEntries(before.entries, seedOfDraw(before.manifest, before.commitment, request).seed)
    const appended = appendEvent(before, request, () => order)
    const { state } = appended
    const { signature } = drawn
    Object.assign(draw, { drawnAt: new Date(at * 1000), seed: state.seed, orderHash: state.order?.hash ?? null, signature })
    await manager.update(Draw, { id: draw.id }, { drawnAt: draw.drawnAt, seed: draw.seed, orderHash: draw.orderHash, signature })
    await this.#writeLines(manager, draw, [appended])
    await this.orders.write(manager, draw, order)
    await this.draws.rankMovedUnits(manager, draw.id)
    const placed = await this.draws.writeChanges(manager, draw, before, state, [])
    await this.listeners.drawn(manager, draw, placed)
    this.states.remember(draw.id, state)
  }

  async #writeLines(manager: EntityManager, draw: Draw, appended: readonly AppendedEvent[]): Promise<void> {
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
    Object.assign(draw, { seq: last.seq, head: last.hash })
    await manager.update(Draw, { id: draw.id }, { seq: last.seq, head: last.hash })
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

function unitsNamed(event: LogEvent): string[] {
  const promoted = event.promoted.map(([unitId]) => unitId)
  return 'unit' in event ? [event.unit, ...promoted] : promoted
}
