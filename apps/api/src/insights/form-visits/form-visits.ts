import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { NotFound } from '../../http/index.js'
import { ownFields } from './form-fields.js'
import { VisitLimit } from './visit-limit.js'

const flushAfterMs = 1000
/** Different fields that may wait for one flush; what comes on top is not counted. */
const mostWaiting = 5000
const mostKnown = 5000

interface Waiting {
  readonly organization: string
  readonly event: string
  readonly field: string
  visits: number
}

/**
 * Counts how far people come in a form. Visits are gathered for a second and written together, so that a rush costs one statement per
 * second and process; a process that dies takes the anonymous counts of its last second with it.
 */
@Injectable()
export class FormVisits implements OnModuleDestroy {
  readonly #logger = new Logger('FormVisits')
  readonly #limit = new VisitLimit()
  /** Addresses that led to a published event; they lead there for good. */
  readonly #known = new Set<string>()
  #waiting = new Map<string, Waiting>()
  #timer: NodeJS.Timeout | undefined

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** Counts one visit, unless the event takes no applications now or its form has no such field. Throws TooMany and NotFound. */
  async count(organization: string, event: string, field: string, ip: string): Promise<void> {
    this.#limit.take(ip, performance.now())
    await this.#mustLeadToAnEvent(organization, event)
    const key = `${organization}/${event}/${field}`
    const known = this.#waiting.get(key)
    if (known) known.visits += 1
    else if (this.#waiting.size < mostWaiting) this.#waiting.set(key, { organization, event, field, visits: 1 })
    this.#timer ??= setTimeout(() => void this.flush(), flushAfterMs)
  }

  async #mustLeadToAnEvent(organization: string, event: string): Promise<void> {
    const address = `${organization}/${event}`
    if (this.#known.has(address)) return
    if ((await this.events.bySlugs(this.dataSource.manager, organization, event)) === null) throw new NotFound()
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.add(address)
  }

  async onModuleDestroy(): Promise<void> {
    await this.flush()
  }

  /** Writes what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const waiting = [...this.#waiting.values()]
    this.#waiting = new Map()
    if (waiting.length === 0) return
    try {
      await this.#write(waiting, await this.clock.now())
    } catch (error) {
      this.#logger.warn(`Visits of forms could not be counted: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** In the order of the key, so that two processes never wait for each other in a circle. */
  async #write(waiting: readonly Waiting[], now: Date): Promise<void> {
    await this.dataSource.query(
      `insert into form_visits (organization_id, event_id, field, day, visits)
       select events.organization_id, events.id, visit.field, ($5::timestamptz at time zone events.time_zone)::date, visit.visits
       from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as visit (organization, event, field, visits)
         join organizations on organizations.slug = visit.organization
         join events on events.organization_id = organizations.id and events.slug = visit.event
       where events.published_at <= $5 and events.cancelled_at is null and events.opens_at <= $5 and events.closes_at > $5
         and (visit.field = any ($6) or exists (
           select from questions where questions.event_id = events.id and questions.form = 'application' and questions.id::text = visit.field))
       order by events.id, visit.field
       on conflict (event_id, field, day) do update set visits = form_visits.visits + excluded.visits`,
      [
        waiting.map(({ organization }) => organization),
        waiting.map(({ event }) => event),
        waiting.map(({ field }) => field),
        waiting.map(({ visits }) => visits),
        now,
        ownFields,
      ],
    )
  }
}
