import { setTimeout as pause } from 'node:timers/promises'
import { Injectable, Logger } from '@nestjs/common'
import type { JobResult, JobWithMetadata } from 'pg-boss'
import { JobQueue } from './job-queue.js'
import { JobRegistry, type Registration } from './job-registry.js'

const patienceMs = 10_000

/** Runs the jobs for which features registered a handler. */
@Injectable()
export class JobRunner {
  readonly #logger = new Logger('Jobs')

  constructor(
    private readonly queue: JobQueue,
    private readonly registry: JobRegistry,
  ) {}

  async start(): Promise<void> {
    for (const registration of this.registry.all()) {
      const { name, concurrency, batchSize } = registration.job
      await this.queue.boss.work(
        name,
        {
          includeMetadata: true,
          perJobResults: true,
          localConcurrency: concurrency,
          batchSize,
          pollingIntervalSeconds: 1,
          notifyPollingIntervalSeconds: 2,
          burstWhenBatchFull: true,
        },
        (jobs: JobWithMetadata<object>[]) => this.#runAll(registration, jobs),
      )
    }
  }

  /** Fetches no more jobs and waits for those that run; one that takes longer than ten seconds is left to another worker. */
  async stop(): Promise<void> {
    const finished = Promise.all(this.registry.all().map(({ job }) => this.queue.boss.offWork(job.name, { wait: true })))
    await Promise.race([finished, pause(patienceMs, undefined, { ref: false })])
  }

  async #runAll(registration: Registration, jobs: readonly JobWithMetadata<object>[]): Promise<JobResult[]> {
    const results: JobResult[] = []
    for (const job of jobs) results.push(await this.#run(registration, job))
    return results
  }

  async #run({ job: type, run }: Registration, job: JobWithMetadata<object>): Promise<JobResult> {
    const attempt = job.retryCount + 1
    try {
      await run(job.data, { attempt, lastAttempt: job.retryCount >= job.retryLimit, signal: job.signal })
      return { id: job.id, status: 'completed' }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.#logger.warn(`The job ${type.name} ${job.id} failed at attempt ${attempt}: ${reason}`)
      return { id: job.id, status: 'failed', output: { reason } }
    }
  }
}
