import { Injectable, Logger } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'
import { NotFound } from '../../http/index.js'
import type { Membership } from '../../http/index.js'
import type { RefusalReason } from './refusal-reasons.js'

export interface RefusalCount {
  readonly day: string
  readonly reason: RefusalReason
  readonly count: number
}

/** How many applications of an event were refused on each day of its place, and why. No address and no network is kept. */
@Injectable()
export class RefusalCounts {
  readonly #logger = new Logger('RefusalCounts')

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Counts the refusals of one batch with one statement; without any it costs nothing. That it failed is nothing to a person who applies. */
  async count(address: string, reasons: readonly RefusalReason[]): Promise<void> {
    if (reasons.length === 0) return
    const [organization, event] = address.split('/')
    const counts = Map.groupBy(reasons, (reason) => reason)
    const names = [...counts.keys()].sort()
    try {
      await this.dataSource.query(
        `insert into application_refusals (organization_id, event_id, day, reason, count)
         select events.organization_id, events.id, ($5::timestamptz at time zone events.time_zone)::date, reason, counted
         from unnest($3::text[], $4::int[]) as refused (reason, counted)
           join organizations on organizations.slug = $1 join events on events.organization_id = organizations.id and events.slug = $2
         on conflict (event_id, day, reason) do update set count = application_refusals.count + excluded.count`,
        [organization, event, names, names.map((name) => counts.get(name)?.length ?? 0), await this.clock.now()],
      )
    } catch (error) {
      this.#logger.warn(`Refusals could not be counted: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** The latest day first. */
  async ofEvent({ organizationId }: Membership, eventId: string): Promise<RefusalCount[]> {
    const [event] = await this.dataSource.query<unknown[]>('select from events where organization_id = $1 and id = $2', [
      organizationId,
      eventId,
    ])
    if (event === undefined) throw new NotFound()
    return this.dataSource.query<RefusalCount[]>(
      `select to_char(day, 'YYYY-MM-DD') as day, reason, count from application_refusals
       where organization_id = $1 and event_id = $2 order by application_refusals.day desc, reason`,
      [organizationId, eventId],
    )
  }
}
