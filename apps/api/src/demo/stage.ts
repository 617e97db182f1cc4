import { setTimeout as pause } from 'node:timers/promises'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { ApplicationTokens } from '../applications/index.js'
import { TweetupConfig } from '../config/index.js'
import { Transactions, TrialClock } from '../database/index.js'
import { FormVisits } from '../insights/index.js'
import { JobQueue, MomentRegistry, Moments } from '../jobs/index.js'
import { DemoBrowser } from './demo-browser.js'

interface ApplicationRow {
  readonly id: string
  readonly email: string
  readonly token_epoch: number
  readonly confirm_epoch: number
}

/** Somebody's application with its secret links, as its owner finds them in her mail. */
export interface HeldApplication {
  readonly id: string
  readonly email: string
  readonly personalToken: string
  readonly confirmToken: string
}

/** The running application with its clock, on which the demo is played. */
export class Stage {
  readonly #clock: TrialClock
  readonly #jobs: JobQueue
  readonly #moments: MomentRegistry
  readonly #tokens: ApplicationTokens
  readonly #dataSource: DataSource
  readonly config: TweetupConfig
  /** The owner's browser. */
  readonly owner: DemoBrowser

  constructor(readonly app: NestFastifyApplication) {
    this.#clock = app.get(TrialClock)
    this.#jobs = app.get(JobQueue)
    this.#tokens = app.get(ApplicationTokens, { strict: false })
    this.#dataSource = app.get(DataSource)
    this.#moments = app.get(MomentRegistry)
    this.config = app.get(TweetupConfig)
    this.owner = this.browser()
  }

  browser(): DemoBrowser {
    return new DemoBrowser(this.app)
  }

  now(): Promise<Date> {
    return this.#clock.now()
  }

  /** Sets the clock of an installation that was never used back to a time in the past. */
  async beginAt(instant: Date): Promise<void> {
    await this.app.get(Transactions).run((manager) => this.#clock.beginAt(manager, instant))
  }

  /** Moves the clock forward and waits until everything that fell due on the way has been done. */
  async moveTo(instant: Date): Promise<void> {
    await this.app.get(Transactions).run((manager) => this.#clock.moveTo(manager, instant))
    await this.settle()
  }

  /** Waits until no due work is left and every mail has gone out. */
  async settle(): Promise<void> {
    // Nobody waits here for the next look of each second: a demo settles a hundred times.
    await this.app.get(Moments).wake(this.#dataSource.manager)
    while (!(await this.#clock.isSettled()) || !(await this.#moments.idle()) || !(await this.#jobs.idle())) await pause(20)
  }

  /** Writes down how far people came in the forms, while the clock stands at the time when they did. */
  countVisits(): Promise<void> {
    return this.app.get(FormVisits, { strict: false }).flush()
  }

  query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#dataSource.query<Row[]>(text, [...values])
  }

  async applicationsOf(eventId: string): Promise<HeldApplication[]> {
    const rows = await this.query<ApplicationRow>(
      'select id, email, token_epoch, confirm_epoch from applications where event_id = $1 and shadow_of is null order by id',
      [eventId],
    )
    return rows.map(({ id, email, token_epoch, confirm_epoch }) => ({
      id,
      email,
      personalToken: this.#tokens.personal({ id, tokenEpoch: token_epoch }),
      confirmToken: this.#tokens.confirm({ id, confirmEpoch: confirm_epoch }),
    }))
  }
}

/** Does the work for each of the list, a few at a time. */
export async function each<T>(list: readonly T[], work: (item: T) => Promise<void>, atOnce = 6): Promise<void> {
  const queue = list.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
