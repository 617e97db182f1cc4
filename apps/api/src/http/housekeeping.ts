import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { MomentRegistry } from '../jobs/moments.js'

const hour = 3_600_000

/** Forgets rate limits whose window is over and idempotency keys older than 48 hours. */
@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moments: MomentRegistry,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'forget-old-keys', run: (now) => this.forget(now) })
  }

  /** What it does makes nothing else due, so it always answers 0. */
  async forget(now: Date): Promise<number> {
    await this.dataSource.query('delete from rate_limits where window_ends_at < $1', [now])
    await this.dataSource.query('delete from idempotency_keys where created_at < $1', [new Date(now.getTime() - 48 * hour)])
    return 0
  }
}
