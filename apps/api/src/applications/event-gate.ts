import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../database/index.js'
import type { Event } from '../events/index.js'
import { Conflict, Gone, NotFound } from '../http/index.js'

/** The moments that decide what an applicant may do. */
export interface GateTimes {
  readonly opensAt: Date
  readonly closesAt: Date
  readonly startsAt: Date
}

export interface Gate extends GateTimes {
  readonly now: Date
  readonly cancelled: boolean
  /** Whether the list is frozen; from then on nobody comes in and nothing is edited. */
  readonly frozen: boolean
  /** How many may come together; 1 when everybody applies alone. */
  readonly largestGroup: number
  /** The version that the event has while it is held. */
  readonly version: number
}

interface GateRow {
  readonly opens_at: Date
  readonly closes_at: Date
  readonly starts_at: Date
  readonly cancelled: boolean
  readonly frozen: boolean
  readonly largest_group: number
  readonly version: number
}

/**
 * Holds the event's door open while somebody goes through it. Every change to who takes part runs under a share lock on the event's row;
 * the freeze takes the same row for itself, so it waits for whoever came in time and nobody comes after it.
 */
@Injectable()
export class EventGate {
  constructor(private readonly clock: Clock) {}

  /** The state of the event, which stays so until the transaction ends. The time is taken under the lock. */
  async hold(manager: EntityManager, eventId: string): Promise<Gate> {
    const [row] = await manager.query<GateRow[]>(
      'select version, opens_at, closes_at, starts_at, cancelled, frozen, largest_group from hold_event($1)',
      [eventId],
    )
    if (!row) throw new NotFound()
    const now = await this.clock.now(manager)
    return {
      now,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      startsAt: row.starts_at,
      cancelled: row.cancelled,
      frozen: row.frozen,
      largestGroup: row.largest_group,
      version: row.version,
    }
  }

  /**
   * Holds the door of an event that takes applications now; throws Conflict before it opens, Gone after it has closed or been cancelled.
   * Late comers are turned away before they take the lock, so that a crowd of them cannot keep the freeze waiting.
   */
  async holdOpen(manager: EntityManager, event: Event): Promise<Gate> {
    if (event.closesAt !== null && (await this.clock.now(manager)) >= event.closesAt) throw new Gone('applications:closed')
    const gate = await this.hold(manager, event.id)
    checkOpen(gate)
    return gate
  }

  /** Throws as holdOpen does, and holds nothing: for what comes ahead of an application. */
  async expectOpen(manager: EntityManager, { opensAt, closesAt, cancelledAt }: Event): Promise<void> {
    const now = await this.clock.now(manager)
    if (cancelledAt !== null) throw new Gone('applications:cancelled')
    if (opensAt !== null && now < opensAt) throw new Conflict('applications:notOpen')
    if (closesAt !== null && now >= closesAt) throw new Gone('applications:closed')
  }
}

/** A clock that is behind must not let anybody in after the freeze, so the draw itself is asked too. */
export function isClosed({ now, closesAt, frozen }: Gate): boolean {
  return frozen || now >= closesAt
}

function checkOpen(gate: Gate): void {
  if (gate.cancelled) throw new Gone('applications:cancelled')
  if (gate.now < gate.opensAt) throw new Conflict('applications:notOpen')
  if (isClosed(gate)) throw new Gone('applications:closed')
}
