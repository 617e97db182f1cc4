import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { MomentRegistry } from '../../jobs/index.js'
import type { SolvedEffort } from './effort-challenges.js'

/** Solutions that have been taken, until they would be over anyway: each opens the door once. */
@Injectable()
export class SpentEfforts implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moments: MomentRegistry,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'forget-efforts', run: (now) => this.#forget(now) })
  }

  /** Takes the solutions, each once; answers those that were fresh. Waits for whoever is just taking one of them. */
  async take<Owner>(manager: EntityManager, solved: ReadonlyMap<Owner, SolvedEffort>): Promise<ReadonlySet<Owner>> {
    if (solved.size === 0) return new Set()
    const first = new Map<string, Owner>()
    for (const [owner, { id }] of solved) if (!first.has(id.toString('hex'))) first.set(id.toString('hex'), owner)
    // In the order of their ids, so that two transactions never wait for each other.
    const ids = [...first.keys()].sort()
    const rows = await manager.query<{ id: Buffer }[]>(
      `insert into spent_efforts (id, expires_at) select * from unnest($1::bytea[], $2::timestamptz[]) on conflict do nothing returning id`,
      [
        ids.map((id) => Buffer.from(id, 'hex')),
        ids.map((id) => {
          const owner = first.get(id)
          return owner === undefined ? null : solved.get(owner)?.expiresAt
        }),
      ],
    )
    return new Set(rows.flatMap(({ id }) => first.get(id.toString('hex')) ?? []))
  }

  /** What it does makes nothing else due, so it always answers 0. */
  async #forget(now: Date): Promise<number> {
    await this.dataSource.query('delete from spent_efforts where expires_at < $1', [now])
    return 0
  }
}
