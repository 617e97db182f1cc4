export interface JobOptions {
  /** How often a failed job is tried again before it is given up. */
  readonly retryLimit?: number
  /** The pause before the first retry; it doubles with each one, up to an hour. */
  readonly retryDelaySeconds?: number
  /** How many of these jobs one process runs at a time. */
  readonly concurrency?: number
  /** How many jobs are fetched at once; they still run one by one. */
  readonly batchSize?: number
}

/** A kind of job: its name, what its payload holds (ids only), how it is retried. */
export interface JobType<P extends object> extends Required<JobOptions> {
  readonly name: string
  /** Only for the compiler: keeps the payload's type with the job. */
  readonly payload?: P
}

const defined = new Map<string, JobType<object>>()

/** Declares a kind of job, once, at the top of a module. */
export function defineJob<P extends object>(name: string, options: JobOptions = {}): JobType<P> {
  if (!/^[a-z0-9-]{1,60}$/.test(name)) throw new Error(`"${name}" cannot name a job: use lower-case letters, digits and dashes.`)
  if (defined.has(name)) throw new Error(`There are two jobs named "${name}": give one of them another name.`)
  const type: JobType<P> = { name, retryLimit: 5, retryDelaySeconds: 2, concurrency: 1, batchSize: 1, ...options }
  defined.set(name, type)
  return type
}

export function definedJobs(): readonly JobType<object>[] {
  return [...defined.values()]
}
