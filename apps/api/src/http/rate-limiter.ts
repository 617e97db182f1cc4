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
    const [row] = await (manager ?? this.dataSource.manager).query<{ taken: number; window_ends_at: Date }[]>(
      `insert into rate_limits as present (key, window_ends_at, taken) values ($1, $2, 1)
       on conflict (key) do update set
         taken = case when present.window_ends_at <= $3 then 1 else present.taken + 1 end,
         window_ends_at = case when present.window_ends_at <= $3 then excluded.window_ends_at else present.window_ends_at end
       returning taken, window_ends_at`,
      [createHash('sha256').update(key).digest('base64url'), ends, now],
    )
    if (!row || row.taken <= limit) return
    throw new TooMany(Math.max(1, Math.ceil((row.window_ends_at.getTime() - now.getTime()) / 1000)), code)
  }
}
