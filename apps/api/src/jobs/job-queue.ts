import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { PgBoss, type Db } from 'pg-boss'
import { DataSource, type EntityManager } from 'typeorm'
import { TweetupConfig } from '../config/config.js'
import { newId } from '../database/new-id.js'
import { definedJobs, type JobType } from './job-type.js'

export const heartbeatSeconds = 10
const dayInSeconds = 86_400

/** Puts jobs into the queue, inside the transaction of the change that causes them. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  readonly #logger = new Logger('Jobs')
  readonly boss: PgBoss

  constructor(
    config: TweetupConfig,
    private readonly dataSource: DataSource,
  ) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      application_name: 'tweetup jobs',
      schema: 'pgboss',
      max: config.runsJobs ? 4 : 2,
      useListenNotify: config.runsJobs,
      supervise: config.runsJobs,
      schedule: false,
      superviseIntervalSeconds: 1,
      monitorIntervalSeconds: 1,
      monitorVacuum: false,
    })
    this.boss.on('error', (error) => this.#logger.error(error.message))
  }

  /** Opens the queue and makes sure that there is one for each defined kind of job. */
  async open(): Promise<this> {
    await this.boss.start()
    const known = new Set((await this.boss.getQueues()).map(({ name }) => name))
    for (const job of definedJobs()) {
      const options = {
        retryLimit: job.retryLimit,
        retryDelay: job.retryDelaySeconds,
        retryBackoff: true,
        expireInSeconds: 900,
        deleteAfterSeconds: 7 * dayInSeconds,
        notify: true,
      }
      if (known.has(job.name)) await this.boss.updateQueue(job.name, options)
      else await this.boss.createQueue(job.name, { ...options, policy: 'short', retryDelayMax: 3600, heartbeatSeconds })
    }
    return this
  }

  /** Adds a job to the caller's transaction. With a singletonKey, nothing happens while a job of this kind with that key waits to be run. */
  async enqueue<P extends object>(
    manager: EntityManager,
    job: JobType<P>,
    payload: P,
    options: { readonly singletonKey?: string } = {},
  ): Promise<void> {
    await this.boss.send(job.name, payload, { db: transactionOf(manager), singletonKey: options.singletonKey ?? newId() })
  }

  /** Adds many jobs of one kind to the caller's transaction with one statement per thousand. */
  async enqueueMany<P extends object>(manager: EntityManager, job: JobType<P>, payloads: readonly P[]): Promise<void> {
    const db = transactionOf(manager)
    for (let start = 0; start < payloads.length; start += 1000) {
      const jobs = payloads.slice(start, start + 1000).map((data) => ({ data, singletonKey: newId() }))
      await this.boss.insert(job.name, jobs, { db })
    }
  }

  /** Whether no job waits, runs or is about to be tried again. */
  async idle(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ busy: boolean }[]>(
      `select exists (select from pgboss.job where state in ('created', 'retry', 'active') and name = any($1)) as busy`,
      [definedJobs().map(({ name }) => name)],
    )
    return row?.busy === false
  }

  /** Last, because requests that are still being answered may enqueue. */
  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 1000, close: true })
  }
}

/** pg-boss speaks to the database through the caller's own connection, so that the job is part of the caller's transaction. */
function transactionOf(manager: EntityManager): Db {
  const runner = manager.queryRunner
  if (!runner?.isTransactionActive)
    throw new Error('A job can only be enqueued inside a transaction: pass the manager that Transactions.run gives.')
  return {
    async executeSql(text, values) {
      const { records } = await runner.query(text, values as unknown[], true)
      return { rows: records as object[] }
    },
  }
}
