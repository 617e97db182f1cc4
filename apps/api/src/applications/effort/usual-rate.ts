import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'

const keptForMs = 60_000
const hour = 3_600_000
const mostKept = 200

interface Rate {
  readonly readAt: number
  readonly median: number
  readonly latest: number
}

/** How many applications an event usually gets in a minute; asked once a minute at most, and only when very many come. */
@Injectable()
export class UsualRate {
  readonly #kept = new Map<string, Promise<Rate>>()

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whether the last minute brought so many times the median of the minutes of the last six hours in which anything came. */
  async isFarAbove(event: string, times: number): Promise<boolean> {
    const known = await this.#kept.get(event)
    const rate = known && performance.now() - known.readAt < keptForMs ? known : await this.#ask(event)
    return rate.latest > times * rate.median
  }

  #ask(event: string): Promise<Rate> {
    if (this.#kept.size >= mostKept) this.#kept.clear()
    const asked = this.#read(event)
    this.#kept.set(event, asked)
    asked.catch(() => this.#kept.delete(event))
    return asked
  }

  async #read(address: string): Promise<Rate> {
    const readAt = performance.now()
    const [organization, event] = address.split('/')
    const now = await this.clock.now()
    const [row] = await this.dataSource.query<{ median: number | null; latest: number | null }[]>(
      `with minutes as (
         select date_trunc('minute', received_at) as minute, count(*) as applications
         from applications join events on events.id = applications.event_id join organizations on organizations.id = events.organization_id
         where organizations.slug = $1 and events.slug = $2 and received_at > $3 group by 1)
       select percentile_cont(0.5) within group (order by applications) as median,
         (select applications::int from minutes order by minute desc limit 1) as latest from minutes`,
      [organization, event, new Date(now.getTime() - 6 * hour)],
    )
    return { readAt, median: row?.median ?? 0, latest: row?.latest ?? 0 }
  }
}
