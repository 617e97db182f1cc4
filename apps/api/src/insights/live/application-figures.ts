import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { MomentRegistry } from '../../jobs/index.js'

type Kind = 'locale' | 'country' | 'source' | 'campaign'

/** How many applied with one thing in common, and how many of them confirmed. */
export interface Share {
  readonly value: string
  readonly applied: number
  readonly confirmed: number
}

export interface HourFigure {
  readonly at: Date
  readonly count: number
}

/** A change of the counts, taken apart into what it changes of each kind. */
const parts = `
  cross join lateral (values
    ('slot', to_char(slot at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')),
    ('locale', locale), ('country', country), ('source', source), ('campaign', campaign)
  ) as part (kind, value)`

/** The sums of an event and what is not in them yet, in one snapshot. */
const sums = `
  select kind, value, sum(applied)::int as applied, sum(confirmed)::int as confirmed
  from (
    select kind, value, applied, confirmed from application_figures where event_id = $1
    union all
    select kind, value, applied, confirmed from application_changes ${parts} where event_id = $1
  ) as counted group by kind, value`

/** Different values of one kind that an event counts apart; whoever makes up campaigns fills no more than this. The rest are one, '*'. */
const mostValues = 500
/** A drawing of more hours than this says nothing. */
const hoursDrawn = 24 * 60

const quarterMs = 15 * 60_000
const hourMs = 4 * quarterMs

/** The quarter in which the last hour of an event begins, and how many of it are within that hour. */
interface Begun {
  readonly start: Date
  readonly total: number
  readonly since: Date
  readonly count: number
}
/** So many events are remembered; more than anybody watches at once. */
const mostBegun = 500

/** Counts of applications that are added up as they come, so that a million of them are read as fast as ten. */
@Injectable()
export class ApplicationFigures implements OnModuleInit {
  readonly #begun = new Map<string, Begun>()

  constructor(
    private readonly dataSource: DataSource,
    private readonly moments: MomentRegistry,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'add-up-applications', run: () => this.addUp() })
  }

  /** Each value of each kind, the most frequent first. */
  async shares(eventId: string): Promise<(kind: Kind) => Share[]> {
    const rows = await this.dataSource.query<(Share & { kind: string })[]>(
      `select * from (${sums}) as summed where kind <> 'slot' and applied > 0 order by applied desc, value`,
      [eventId],
    )
    return (kind) => rows.filter((row) => row.kind === kind).map(({ value, applied, confirmed }) => ({ value, applied, confirmed }))
  }

  async totals(eventId: string): Promise<{ applied: number; confirmed: number }> {
    const [row] = await this.dataSource.query<{ applied: number; confirmed: number }[]>(
      `select coalesce(sum(applied), 0)::int as applied, coalesce(sum(confirmed), 0)::int as confirmed from (${sums}) as summed where kind = 'locale'`,
      [eventId],
    )
    return row ?? { applied: 0, confirmed: 0 }
  }

  /** Applications in each hour of the event's clocks from the first one to the last, the empty hours too; where the clocks go back an hour comes twice. */
  async perHour(eventId: string, timeZone: string): Promise<HourFigure[]> {
    return this.dataSource.query<HourFigure[]>(
      `with slots as (select value::timestamptz as slot, applied from (${sums}) as summed where kind = 'slot' and applied > 0)
       select date_trunc('hour', quarters.slot, $2) as at, coalesce(sum(slots.applied), 0)::int as count
       from (
         select generate_series(greatest(min(slot), max(slot) - make_interval(hours => $3)), max(slot), interval '15 minutes') as slot from slots
       ) as quarters left join slots using (slot)
       group by 1 order by 1`,
      [eventId, timeZone, hoursDrawn],
    )
  }

  /** The last sixty minutes: whole quarters from the sums, and of the one that they begin in the applications themselves. */
  async lastHour(eventId: string, now: Date): Promise<{ lastHour: number; lastAt: Date | null }> {
    const since = new Date(now.getTime() - hourMs)
    const quarter = new Date(Math.floor(since.getTime() / quarterMs) * quarterMs)
    const [row] = await this.dataSource.query<{ later: number; begun: number; lastAt: Date | null }[]>(
      `select coalesce(sum(applied) filter (where value::timestamptz > $2), 0)::int as later,
         coalesce(sum(applied) filter (where value::timestamptz = $2), 0)::int as begun,
         (select max(received_at) from applications where event_id = $1 and shadow_of is null) as "lastAt"
       from (${sums}) as summed where kind = 'slot'`,
      [eventId, quarter],
    )
    if (!row) return { lastHour: 0, lastAt: null }
    return { lastHour: row.later + (await this.#ofQuarter(eventId, { start: quarter, total: row.begun, since })), lastAt: row.lastAt }
  }

  /**
   * How many of a quarter came from a time on. In a rush it may have hundreds of thousands, so they are counted once, from the nearer end; whoever
   * looks again a second later subtracts those who have left the hour since. Counted anew when the quarter's sum has changed.
   */
  async #ofQuarter(eventId: string, { start, total, since }: Omit<Begun, 'count'>): Promise<number> {
    if (total === 0) return 0
    const known = this.#begun.get(eventId)
    let count: number
    if (known?.start.getTime() === start.getTime() && known.total === total && known.since <= since) {
      count = known.count - (await this.#between(eventId, known.since, since))
    } else if (since.getTime() - start.getTime() < quarterMs / 2) {
      count = total - (await this.#between(eventId, start, since))
    } else {
      count = await this.#between(eventId, since, new Date(start.getTime() + quarterMs))
    }
    if (this.#begun.size >= mostBegun) this.#begun.clear()
    this.#begun.set(eventId, { start, total, since, count })
    return count
  }

  /** Received from one time until before another. */
  async #between(eventId: string, from: Date, until: Date): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from applications where event_id = $1 and shadow_of is null and received_at >= $2 and received_at < $3',
      [eventId, from, until],
    )
    return row?.count ?? 0
  }

  /** Takes the changes into the sums. Makes nothing due, so it always answers 0. */
  async addUp(): Promise<number> {
    await this.dataSource.query(
      `with gone as (delete from application_changes returning *),
       changes as (
         select organization_id, event_id, kind, value, sum(applied)::int as applied, sum(confirmed)::int as confirmed
         from gone ${parts} group by 1, 2, 3, 4
       ),
       placed as (
         select changes.*, figures.event_id is not null or kind = 'slot' as known,
           row_number() over (partition by event_id, kind, figures.event_id is null order by changes.applied desc, value) as place
         from changes left join application_figures as figures using (event_id, kind, value)
       ),
       kept as (
         select placed.organization_id, event_id, kind, placed.applied, placed.confirmed,
           case when known or place + (
             select count(*) from application_figures where application_figures.event_id = placed.event_id and application_figures.kind = placed.kind
           ) <= $1 then value else '*' end as value
         from placed
       )
       insert into application_figures (organization_id, event_id, kind, value, applied, confirmed)
       select organization_id, event_id, kind, value, sum(applied), sum(confirmed) from kept group by 1, 2, 3, 4
       on conflict (event_id, kind, value) do update set
         applied = application_figures.applied + excluded.applied, confirmed = application_figures.confirmed + excluded.confirmed`,
      [mostValues],
    )
    return 0
  }
}
