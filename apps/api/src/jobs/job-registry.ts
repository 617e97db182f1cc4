import { Injectable } from '@nestjs/common'
import type { JobType } from './job-type.js'

/** What a handler is told about the run it is in. The first attempt is 1. */
export interface JobRun {
  readonly attempt: number
  readonly lastAttempt: boolean
  readonly signal: AbortSignal
}

type Handler<P extends object> = (payload: P, run: JobRun) => Promise<void>

export interface Registration {
  readonly job: JobType<object>
  readonly run: (payload: unknown, run: JobRun) => Promise<void>
}

/** Where features say what is done for each kind of job. */
@Injectable()
export class JobRegistry {
  readonly #registrations = new Map<string, Registration>()

  /** Call it in onModuleInit. A job may run more than once, so the handler must do nothing when its work is already done. */
  handle<P extends object>(job: JobType<P>, handler: Handler<P>): void {
    if (this.#registrations.has(job.name)) throw new Error(`The job "${job.name}" has two handlers.`)
    this.#registrations.set(job.name, { job, run: (payload, run) => handler(payload as P, run) })
  }

  all(): readonly Registration[] {
    return [...this.#registrations.values()]
  }
}
