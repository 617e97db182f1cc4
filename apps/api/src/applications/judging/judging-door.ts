import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Event, Events } from '../../events/index.js'
import { Conflict, type Membership, NotFound } from '../../http/index.js'
import { EventGate } from '../event-gate.js'

/** An application as it is judged. */
export interface Judged {
  readonly id: string
  readonly name: string
  readonly confirmed: boolean
}

interface Row extends Judged {
  readonly withdrawn: boolean
  readonly aside: boolean
}

export interface Judging {
  readonly event: Event
  readonly now: Date
}

/** Applications are judged before the list is frozen, one decision of an event after the other, so that two organizers cannot set both of a pair aside. */
@Injectable()
export class JudgingDoor {
  constructor(
    private readonly events: Events,
    private readonly gate: EventGate,
  ) {}

  /** Holds the event until the transaction ends. Throws NotFound for another team's event, Conflict once the list is frozen. */
  async hold(manager: EntityManager, { organizationId }: Membership, eventId: string): Promise<Judging> {
    const event = await this.events.byId(manager, organizationId, eventId)
    const { frozen, cancelled, now } = await this.gate.hold(manager, eventId)
    if (cancelled) throw new Conflict('judging:cancelled')
    if (frozen) throw new Conflict('judging:frozen')
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('judging:' || $1, 0))`, [eventId])
    return { event, now }
  }

  /** These applications of the event, locked. Throws NotFound unless all are there, Conflict when one takes no part any more. */
  async takePart(manager: EntityManager, eventId: string, ids: readonly string[]): Promise<Judged[]> {
    const rows = await manager.query<Row[]>(
      `select id, name, confirmed_at is not null as confirmed, withdrawn_at is not null as withdrawn, set_aside_at is not null as aside
       from applications where event_id = $1 and id = any($2::uuid[]) and shadow_of is null order by id for update`,
      [eventId, ids],
    )
    if (rows.length < new Set(ids).size) throw new NotFound()
    const gone = rows.find(({ withdrawn, aside }) => withdrawn || aside)
    if (gone) throw new Conflict(gone.aside ? 'judging:alreadyAside' : 'judging:withdrawn', { name: gone.name })
    return rows
  }
}
