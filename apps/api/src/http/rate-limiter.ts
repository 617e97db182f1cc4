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

interface CountRow {
  readonly key: string
  readonly taken: number
  readonly window_ends_at: Date
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
   * Takes one for each of these keys with one statement; a key that stands there twice gives two. Answers, in their order, null or what the refusal
   * of that one is. Counts on a connection of its own, without waiting for the disk: a server that loses its power forgets the last moment's counts.
   */
  async takeMany(keys: readonly string[], { limit, windowSeconds, code }: RateLimit): Promise<readonly (TooMany | null)[]> {
    if (limit === Number.POSITIVE_INFINITY || keys.length === 0) return keys.map(() => null)
    const now = await this.clock.now()
    const hashes = keys.map(hashed)
    const asked = tally(hashes)
    // In the order of the keys, so that two statements never wait for each other.
    const wanted = [...asked].sort(([one], [other]) => (one < other ? -1 : 1))
    const rows = await this.dataSource.manager.query<CountRow[]>(
      `insert into rate_limits as present (key, window_ends_at, taken)
       select key, $3, more from unnest($1::text[], $2::int[]) as asked (key, more), (select set_config('synchronous_commit', 'off', true)) as hurried
       on conflict (key) do update set
         taken = case when present.window_ends_at <= $4 then 0 else present.taken end + excluded.taken,
         window_ends_at = case when present.window_ends_at <= $4 then excluded.window_ends_at else present.window_ends_at end
       returning key, taken, window_ends_at`,
      [wanted.map(([key]) => key), wanted.map(([, more]) => more), new Date(now.getTime() + windowSeconds * 1000), now],
    )
    const counts = new Map(rows.map((row) => [row.key, row]))
    const left = new Map(asked)
    return hashes.map((hash) => {
      const row = counts.get(hash)
      const later = (left.get(hash) ?? 1) - 1
      left.set(hash, later)
      return !row || row.taken - later <= limit ? null : tooMany(row, now, code)
    })
  }
}

const hashed = (key: string): string => createHash('sha256').update(key).digest('base64url')

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function tooMany({ window_ends_at: ends }: CountRow, now: Date, code: string | undefined): TooMany {
  return new TooMany(Math.max(1, Math.ceil((ends.getTime() - now.getTime()) / 1000)), code)
}
