import type { DataSource, EntityManager, QueryRunner } from 'typeorm'
import { wakeChannel } from './channels.js'
import { Clock } from './clock.js'

/** A clock that the time machine of a trial moves forward. Its offset lives in the database, so that every process agrees. */
export class TrialClock extends Clock {
  /** The offset that a transaction has read, which holds until it ends: a jump in between is one that came after it. */
  readonly #offsets = new WeakMap<QueryRunner, number>()

  constructor(private readonly dataSource: DataSource) {
    super()
  }

  override async now(manager: EntityManager = this.dataSource.manager): Promise<Date> {
    const transaction = manager.queryRunner?.isTransactionActive ? manager.queryRunner : undefined
    const offset = (transaction && this.#offsets.get(transaction)) ?? (await this.#readOffset(manager))
    if (transaction) this.#offsets.set(transaction, offset)
    return new Date(Date.now() + offset)
  }

  /** Moves the clock to an instant. It only goes forward: an earlier instant leaves it where it is. Answers the time afterwards. */
  async moveTo(manager: EntityManager, instant: Date): Promise<Date> {
    const offset = instant.getTime() - Date.now()
    await manager.query(
      `insert into installation_clock (id, offset_ms, moved_to) values (true, greatest($1::bigint, 0), $2)
       on conflict (id) do update set offset_ms = greatest(installation_clock.offset_ms, $1::bigint), moved_to = $2`,
      [offset, instant],
    )
    await manager.query('select pg_notify($1, $2)', [wakeChannel, ''])
    if (manager.queryRunner) this.#offsets.delete(manager.queryRunner)
    return this.now(manager)
  }

  /** Begins an installation in the past, so that its demo can be lived through. Only before the clock was ever moved. */
  async beginAt(manager: EntityManager, instant: Date): Promise<void> {
    await manager.query('insert into installation_clock (id, offset_ms) values (true, $1)', [instant.getTime() - Date.now()])
  }

  async #readOffset(manager: EntityManager): Promise<number> {
    const [row] = await manager.query<{ offset_ms: string }[]>('select offset_ms from installation_clock')
    return Number(row?.offset_ms ?? 0)
  }

  /** Notes that everything due at this time has been done. */
  async settle(instant: Date): Promise<void> {
    await this.dataSource.query(
      'update installation_clock set settled_to = $1 where moved_to <= $1 and (settled_to is null or settled_to < moved_to)',
      [instant],
    )
  }

  /** Whether everything that fell due by the last jump has been done. */
  async isSettled(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ settled: boolean }[]>(
      'select moved_to is null or coalesce(settled_to >= moved_to, false) as settled from installation_clock',
    )
    return row?.settled ?? true
  }
}
