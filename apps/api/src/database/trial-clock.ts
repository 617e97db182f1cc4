import { type DataSource, type EntityManager } from 'typeorm'
import { wakeChannel } from './channels.js'
import { Clock } from './clock.js'

/** A clock that the time machine of a trial moves forward. Its offset lives in the database, so that every process agrees. */
export class TrialClock extends Clock {
  constructor(private readonly dataSource: DataSource) {
    super()
  }

  override async now(manager: EntityManager = this.dataSource.manager): Promise<Date> {
    const [row] = await manager.query<{ offset_ms: string }[]>('select offset_ms from installation_clock')
    return new Date(Date.now() + Number(row?.offset_ms ?? 0))
  }

  /** Moves the clock to an instant. It only goes forward: an earlier instant leaves it where it is. Answers the time afterwards. */
  async moveTo(manager: EntityManager, instant: Date): Promise<Date> {
    const offset = instant.getTime() - Date.now()
    await manager.query(
      `insert into installation_clock (id, offset_ms) values (true, greatest($1::bigint, 0))
       on conflict (id) do update set offset_ms = greatest(installation_clock.offset_ms, excluded.offset_ms)`,
      [offset],
    )
    await manager.query('select pg_notify($1, $2)', [wakeChannel, ''])
    return this.now(manager)
  }
}
