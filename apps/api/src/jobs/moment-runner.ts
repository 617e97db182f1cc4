import { setTimeout as pause } from 'node:timers/promises'
import { Injectable, Logger } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { wakeChannel } from '../database/channels.js'
import { Clock } from '../database/clock.js'
import { Notifications } from '../database/notifications.js'
import { isDatabaseAway } from '../database/postgres-errors.js'
import { type Moment, MomentRegistry } from './moments.js'

const pauseMs = 1000
const patienceMs = 10_000

/** Looks for due work once a second, and at once when woken, for as long as the process runs. */
@Injectable()
export class MomentRunner {
  readonly #logger = new Logger('Moments')
  #running: Promise<void> | undefined
  #stopped = true
  #woken = false
  #wake: () => void = () => undefined

  constructor(
    private readonly registry: MomentRegistry,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
    private readonly notifications: Notifications,
  ) {}

  async start(): Promise<void> {
    this.#stopped = false
    await this.notifications.listen(wakeChannel, () => this.#wakeUp())
    this.#running = this.#loop()
  }

  /** Starts no further moment and waits for the one that runs, ten seconds at most. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#wakeUp()
    await Promise.race([this.#running, pause(patienceMs, undefined, { ref: false })])
  }

  /** Runs every moment once; answers how many things were done. Moments that another process runs right now are left to it. */
  async runOnce(): Promise<number> {
    let done = 0
    for (const moment of this.registry.all()) {
      if (this.#stopped && this.#running) break
      try {
        done += await this.#runLocked(moment)
      } catch (error) {
        this.#logger.error(`The moment ${moment.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
        // Without a database no other moment would fare better; the next round tries again.
        if (isDatabaseAway(error)) break
      }
    }
    return done
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false
      const done = await this.#look()
      if (done === 0) await this.#pause()
    }
  }

  /** One look at every moment, which may find the database away: the next look comes all the same. */
  async #look(): Promise<number> {
    try {
      const since = await this.clock.now()
      const done = await this.runOnce()
      if (done === 0) await this.registry.settled(since)
      return done
    } catch (error) {
      this.#logger.error(`Due work could not be looked for: ${error instanceof Error ? error.message : String(error)}`)
      return 0
    }
  }

  /** The lock belongs to a connection, so it goes with the process that dies holding it. */
  async #runLocked(moment: Moment): Promise<number> {
    const connection = this.dataSource.createQueryRunner()
    try {
      const key = `moment:${moment.name}`
      const [row] = (await connection.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as locked', [key])) as {
        locked: boolean
      }[]
      if (!row?.locked) return 0
      try {
        return await moment.run(await this.clock.now())
      } finally {
        await connection.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
      }
    } finally {
      await connection.release()
    }
  }

  #wakeUp(): void {
    this.#woken = true
    this.#wake()
  }

  async #pause(): Promise<void> {
    if (this.#woken) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
