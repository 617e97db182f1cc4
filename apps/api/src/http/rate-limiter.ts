import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from '../database/clock.js'
import { TooMany } from './errors.js'

export interface RateLimit {
  /** Infinity for no limit; then nothing is counted. */
  readonly limit: number
  readonly windowSeconds: number
  /** The message when there were too many. */
  readonly code?: string
}

/** A limit of many attempts, and which of its keys an attempt takes from. */
export interface KeyedLimit<A> extends RateLimit {
  readonly keyOf: (attempt: A) => string
}

interface CountRow {
  readonly taken: number
  readonly window_ends_at: Date
}

interface RefusalRow extends Pick<CountRow, 'window_ends_at'> {
  readonly place: string
  /** Which limit refused it. */
  readonly stage: number
}

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
   * Takes one from each of several limits for each of many attempts, with one statement; what one limit refuses takes nothing of the next. Answers,
   * in the order of the attempts, null or what the refusal is. Counts on a connection of its own, without waiting for the disk: a server that loses
   * its power forgets the last moment's counts.
   */
  async takeMany<A>(attempts: readonly A[], limits: readonly KeyedLimit<A>[]): Promise<readonly (TooMany | null)[]> {
    const finite = limits.filter(({ limit }) => limit !== Number.POSITIVE_INFINITY)
    if (finite.length === 0 || attempts.length === 0) return attempts.map(() => null)
    const now = await this.clock.now()
    const rows = await this.dataSource.manager.query<RefusalRow[]>(takeManyOf(finite.length), [
      now,
      ...finite.flatMap(({ keyOf, limit, windowSeconds }) => [
        attempts.map((attempt) => hashed(keyOf(attempt))),
        limit,
        new Date(now.getTime() + windowSeconds * 1000),
      ]),
    ])
    const refused = new Map(rows.map((row) => [Number(row.place), row]))
    return attempts.map((_, index) => {
      const row = refused.get(index + 1)
      return row === undefined ? null : tooMany(row, now, finite[row.stage]?.code)
    })
  }
}

const hashed = (key: string): string => createHash('sha256').update(key).digest('base64url')

function tooMany({ window_ends_at: ends }: Pick<CountRow, 'window_ends_at'>, now: Date, code: string | undefined): TooMany {
  return new TooMany(Math.max(1, Math.ceil((ends.getTime() - now.getTime()) / 1000)), code)
}

/**
 * The statement for so many limits. Each stage counts those that the one before let through, by key and in the order of the keys, so that
 * two statements never wait for each other; of one key's attempts those that come first get what is left.
 */
function takeManyOf(stages: number): string {
  const parts: string[] = []
  for (let stage = 0; stage < stages; stage += 1) {
    const [keys, limit, ends] = [2, 3, 4].map((offset) => `$${offset + stage * 3}`)
    const before = stage === 0 ? '' : ` where place in (select place from judged_${stage - 1} where passed)`
    parts.push(
      `asked_${stage} as (
         select key, place, row_number() over (partition by key order by place) as turn
         from (select set_config('synchronous_commit', 'off', true)) as hurried,
           unnest(${keys}::text[]) with ordinality as attempt (key, place)${before}),
       counted_${stage} as (
         insert into rate_limits as present (key, window_ends_at, taken)
         select key, ${ends}::timestamptz, count(*)::int from asked_${stage} group by key order by key
         on conflict (key) do update set
           taken = case when present.window_ends_at <= $1::timestamptz then 0 else present.taken end + excluded.taken,
           window_ends_at = case when present.window_ends_at <= $1::timestamptz then excluded.window_ends_at else present.window_ends_at end
         returning key, taken, window_ends_at),
       judged_${stage} as (
         select place, window_ends_at, taken - (count(*) over (partition by key)) + turn <= ${limit}::int as passed
         from asked_${stage} join counted_${stage} using (key))`,
    )
  }
  const refusals = Array.from(
    { length: stages },
    (_, stage) => `select place, ${stage} as stage, window_ends_at from judged_${stage} where not passed`,
  )
  return `with ${parts.join(', ')} ${refusals.join(' union all ')}`
}
