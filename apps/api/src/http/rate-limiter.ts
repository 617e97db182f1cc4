import { hash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from '../database/clock.js'
import { type Prepared, runPrepared } from '../database/prepared.js'
import { TooMany } from './errors.js'

export interface RateLimit {
  /** Infinity for no limit; then nothing is counted. */
  readonly limit: number
  readonly windowSeconds: number
  /** The message when there were too many. */
  readonly code?: string
}

/** A limit of many attempts, and which of its keys an attempt takes from; without a key it takes nothing. */
export interface KeyedLimit<A> extends RateLimit {
  readonly name: string
  readonly keyOf: (attempt: A) => string | null
  /** From here on an attempt is odd, and still let through. */
  readonly soft?: number
}

/** What became of one of many attempts. */
export interface Verdict {
  readonly refusal: TooMany | null
  /** Which limit refused it. */
  readonly refusedBy: string | null
  /** How many times as many as are usual it was, by the limits of which it was odd. */
  readonly odd: ReadonlyMap<string, number>
}

interface CountRow {
  readonly taken: number
  readonly window_ends_at: Date
}

interface CountedRow extends Pick<CountRow, 'taken'> {
  readonly key: string
}

interface VerdictRow extends Pick<CountRow, 'window_ends_at'> {
  readonly place: string
  /** Which limit it is about. */
  readonly stage: number
  /** The how-manieth it was in its window. */
  readonly nth: string
  readonly passed: boolean
}

const unbounded = 2 ** 31 - 1
const nothingOdd: Verdict = { refusal: null, refusedBy: null, odd: new Map() }

/** Counts in PostgreSQL, so that all processes count together. */
@Injectable()
export class RateLimiter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one from what the key may have in a fixed window; throws TooMany when nothing is left.
   * Without a manager the count stays even when the caller's transaction is rolled back, which is right for guessing.
   */
  async take(manager: EntityManager | null, key: string, { limit, windowSeconds, code }: RateLimit): Promise<void> {
    if (limit === Number.POSITIVE_INFINITY) return
    const now = await this.clock.now(manager ?? undefined)
    const ends = new Date(now.getTime() + windowSeconds * 1000)
    const [row] = await (manager ?? this.dataSource.manager).query<CountRow[]>(
      `insert into rate_limits as present (key, window_ends_at, taken) values ($1, $2, 1)
       on conflict (key) do update set
         taken = case when present.window_ends_at <= $3 then 1 else present.taken + 1 end,
         window_ends_at = case when present.window_ends_at <= $3 then excluded.window_ends_at else present.window_ends_at end
       returning taken, window_ends_at`,
      [hashed(key), ends, now],
    )
    if (!row || row.taken <= limit) return
    throw tooMany(row, now, code)
  }

  /**
   * Takes one from each of several limits for each of many attempts, with one statement; what one limit refuses takes nothing of the next. Answers
   * in the order of the attempts. Counts on a connection of its own, without waiting for the disk: a server that loses its power forgets the last
   * moment's counts.
   */
  async takeMany<A>(attempts: readonly A[], limits: readonly KeyedLimit<A>[]): Promise<readonly Verdict[]> {
    const finite = limits.filter(({ limit, soft = unbounded }) => Math.min(limit, soft) < unbounded)
    if (finite.length === 0 || attempts.length === 0) return attempts.map(() => nothingOdd)
    const now = await this.clock.now()
    const rows = await runPrepared<VerdictRow>(this.dataSource.manager, takeManyOf(finite.length), [
      now,
      ...finite.flatMap(({ keyOf, limit, soft = unbounded, windowSeconds }) => [
        hashedKeys(attempts.map(keyOf)),
        Math.floor(Math.min(limit, unbounded)),
        new Date(now.getTime() + windowSeconds * 1000),
        Math.floor(Math.min(soft, unbounded)),
      ]),
    ])
    const about = Map.groupBy(rows, ({ place }) => Number(place))
    return attempts.map((_, index) => verdictOf(about.get(index + 1), finite, now))
  }

  /** By which of these limits one more attempt would be odd, without counting it. */
  async peek<A>(attempt: A, limits: readonly KeyedLimit<A>[]): Promise<Verdict['odd']> {
    const asked = limits.flatMap(({ name, soft = unbounded, keyOf }) => {
      const key = keyOf(attempt)
      return key === null || soft >= unbounded ? [] : [{ name, soft: Math.floor(soft), key: hashed(key) }]
    })
    if (asked.length === 0) return nothingOdd.odd
    const rows = await this.dataSource.manager.query<CountedRow[]>(
      'select key, taken from rate_limits where key = any($1::text[]) and window_ends_at > $2',
      [asked.map(({ key }) => key), await this.clock.now()],
    )
    const taken = new Map(rows.map((row) => [row.key, row.taken]))
    const next = asked.map(({ name, soft, key }) => [name, ((taken.get(key) ?? 0) + 1) / Math.max(1, soft)] as const)
    return new Map(next.filter(([, times]) => times > 1))
  }
}

function verdictOf<A>(rows: readonly VerdictRow[] | undefined, limits: readonly KeyedLimit<A>[], now: Date): Verdict {
  if (rows === undefined) return nothingOdd
  const refused = rows.find(({ passed }) => !passed)
  const by = refused && limits[refused.stage]
  const odd = rows.flatMap(({ stage, nth, passed }) => {
    const { name = '', soft = 1 } = limits[stage] ?? {}
    return passed ? [[name, Number(nth) / Math.max(1, soft)] as const] : []
  })
  return { refusal: refused ? tooMany(refused, now, by?.code) : null, refusedBy: by?.name ?? null, odd: new Map(odd) }
}

/** Many attempts share a key, and then one hash. */
function hashedKeys(keys: readonly (string | null)[]): (string | null)[] {
  const known = new Map(keys.map((key) => [key, key]))
  for (const key of known.keys()) if (key !== null) known.set(key, hashed(key))
  return keys.map((key) => known.get(key) ?? null)
}

const hashed = (key: string): string => hash('sha256', key, 'base64url')

function tooMany({ window_ends_at: ends }: Pick<CountRow, 'window_ends_at'>, now: Date, code: string | undefined): TooMany {
  return new TooMany(Math.max(1, Math.ceil((ends.getTime() - now.getTime()) / 1000)), code)
}

/**
 * The statement for so many limits. Each stage counts those that none before has refused, by key and in the order of the keys, so that two
 * statements never wait for each other; of one key's attempts those that come first get what is left. Answers what was refused or odd.
 */
function takeManyOf(stages: number): Prepared {
  const parts: string[] = []
  for (let stage = 0; stage < stages; stage += 1) {
    const [keys, limit, ends] = [2, 3, 4].map((offset) => `$${offset + stage * 4}`)
    const before = Array.from(
      { length: stage },
      (_, earlier) => ` and place <> all (array(select place from judged_${earlier} where not passed))`,
    )
    parts.push(
      `asked_${stage} as (
         select key, place, row_number() over (partition by key order by place) as turn
         from (select set_config('synchronous_commit', 'off', true)) as hurried,
           unnest(${keys}::text[]) with ordinality as attempt (key, place) where key is not null${before.join('')}),
       counted_${stage} as (
         insert into rate_limits as present (key, window_ends_at, taken)
         select key, ${ends}::timestamptz, count(*)::int from asked_${stage} group by key order by key
         on conflict (key) do update set
           taken = case when present.window_ends_at <= $1::timestamptz then 0 else present.taken end + excluded.taken,
           window_ends_at = case when present.window_ends_at <= $1::timestamptz then excluded.window_ends_at else present.window_ends_at end
         returning key, taken, window_ends_at),
       judged_${stage} as (
         select place, window_ends_at, nth, nth <= ${limit}::int as passed
         from (select place, window_ends_at, taken - (count(*) over (partition by key)) + turn as nth
           from asked_${stage} join counted_${stage} using (key)) as numbered)`,
    )
  }
  const verdicts = Array.from(
    { length: stages },
    (_, stage) =>
      `select place, ${stage} as stage, window_ends_at, nth, passed from judged_${stage} where not passed or nth > $${5 + stage * 4}::int`,
  )
  return { name: `take of ${stages} limits`, text: `with ${parts.join(', ')} ${verdicts.join(' union all ')}` }
}
