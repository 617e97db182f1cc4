import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock, Transactions, TrialClock } from '../../apps/api/src/database/index.js'
import { defineJob, JobQueue, JobRegistry, MomentRegistry, MomentRunner, Moments } from '../../apps/api/src/jobs/index.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { type Probe, startProbe } from '../support/probe-app.js'
import { waitFor } from '../support/wait-for.js'

const noteJob = defineJob<{ word: string }>('probe-note', { retryLimit: 3, retryDelaySeconds: 1 })

/** Writes down each job that it runs, and fails as often as a word says. */
@Injectable()
class Notary implements OnModuleInit {
  readonly seen: { word: string; attempt: number }[] = []
  readonly moments: string[] = []
  due: string[] = []
  readonly running = { now: 0, most: 0 }

  constructor(
    private readonly registry: JobRegistry,
    private readonly momentRegistry: MomentRegistry,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.registry.handle(noteJob, async ({ word }, { attempt }) => {
      this.seen.push({ word, attempt })
      if (attempt <= Number(/^fail-(\d)/.exec(word)?.[1] ?? 0)) throw new Error(`not at attempt ${attempt}`)
    })
    this.momentRegistry.register({ name: 'probe-broken', run: () => Promise.reject(new Error('this moment always fails')) })
    this.momentRegistry.register({ name: 'probe-due', run: (now) => this.runDue(now) })
  }

  async runDue(now: Date): Promise<number> {
    const rows = await this.dataSource.query<{ name: string }[][]>(
      'update due set done = true where not done and at <= $1 returning name',
      [now],
    )
    await this.dataSource.query('select pg_sleep(0.05)')
    const names = (rows[0] ?? []).map(({ name }) => name)
    this.moments.push(...names)
    return names.length
  }
}

let database: TestDatabase
let probes: Probe[]

beforeEach(async () => {
  database = await createTestDatabase()
  await database.query(`create table due (name text primary key, at timestamptz not null, done boolean not null default false)`)
  await database.query(`grant all on due to public`)
  probes = []
})

afterEach(async () => {
  await Promise.all(probes.map((probe) => probe.close()))
  await database.drop()
})

async function start(env: Record<string, string> = {}) {
  const probe = await startProbe({ providers: [Notary], database, env })
  probes.push(probe)
  const get = <T>(token: abstract new (...args: never[]) => T): T => probe.app.get<T>(token)
  return {
    probe,
    notary: get(Notary),
    queue: get(JobQueue),
    transactions: get(Transactions),
    moments: get(Moments),
    runner: get(MomentRunner),
    clock: get(Clock),
    trialClock: get(TrialClock),
  }
}

const jobs = () =>
  database.query<{ state: string; word: string }>(`select state, data->>'word' as word from pgboss.job where name = 'probe-note'`)

describe('a job', () => {
  it('is there when its transaction is committed, and runs', async () => {
    const { notary, queue, transactions } = await start()
    await transactions.run((manager) => queue.enqueue(manager, noteJob, { word: 'hello' }))
    await waitFor(() => notary.seen.length > 0)
    expect(notary.seen).toEqual([{ word: 'hello', attempt: 1 }])
    await waitFor(() => queue.idle())
  })

  it('was never there when its transaction is rolled back', async () => {
    const { queue, transactions } = await start({ ROLE: 'api' })
    const refused = transactions.run(async (manager) => {
      await queue.enqueue(manager, noteJob, { word: 'never' })
      await queue.enqueueMany(manager, noteJob, [{ word: 'never' }, { word: 'never' }])
      throw new Error('changed my mind')
    })
    await expect(refused).rejects.toThrow('changed my mind')
    expect(await jobs()).toEqual([])
  })

  it('cannot be enqueued outside a transaction', async () => {
    const { queue, probe } = await start({ ROLE: 'api' })
    await expect(queue.enqueue(probe.app.get(DataSource).manager, noteJob, { word: 'stray' })).rejects.toThrow('inside a transaction')
  })

  it('waits once when it is enqueued twice with one key', async () => {
    const { queue, transactions } = await start({ ROLE: 'api' })
    for (const word of ['first', 'second'])
      await transactions.run((manager) => queue.enqueue(manager, noteJob, { word }, { singletonKey: 'one' }))
    expect(await jobs()).toEqual([{ state: 'created', word: 'first' }])
    expect(await queue.idle()).toBe(false)
  })

  it('that fails is tried again, and is told how often it was', async () => {
    const { notary, queue, transactions } = await start()
    await transactions.run((manager) => queue.enqueue(manager, noteJob, { word: 'fail-1' }))
    await waitFor(() => notary.seen.length === 2)
    expect(notary.seen.map(({ attempt }) => attempt)).toEqual([1, 2])
    await waitFor(() => queue.idle())
  })

  it('enqueued by an API process is run by a worker', async () => {
    const api = await start({ ROLE: 'api' })
    const worker = await start({ ROLE: 'worker' })
    await api.transactions.run((manager) =>
      api.queue.enqueueMany(
        manager,
        noteJob,
        ['a', 'b', 'c'].map((word) => ({ word })),
      ),
    )
    await waitFor(() => worker.notary.seen.length === 3)
    expect(api.notary.seen).toEqual([])
  })
})

describe('a moment', () => {
  it('does what is due when the clock is moved, although another moment fails', async () => {
    const { notary, transactions, clock, trialClock } = await start()
    const now = await clock.now()
    const tomorrow = new Date(now.getTime() + 86_400_000)
    await database.query('insert into due (name, at) values ($1, $2), ($3, $4)', ['today', now, 'tomorrow', tomorrow])
    await waitFor(() => notary.moments.includes('today'))
    expect(notary.moments).toEqual(['today'])
    await transactions.run((manager) => trialClock.moveTo(manager, tomorrow))
    await waitFor(() => notary.moments.includes('tomorrow'))
    expect((await clock.now()).getTime()).toBeGreaterThanOrEqual(tomorrow.getTime())
  })

  it('is run by one process at a time', async () => {
    const [one, other] = [await start(), await start()]
    const now = await one.clock.now()
    await database.query(`insert into due (name, at) select 'thing ' || n, $1 from generate_series(1, 50) n`, [now])
    await Promise.all(Array.from({ length: 20 }, () => one.transactions.run((manager) => one.moments.wake(manager))))
    await waitFor(async () => (await database.query('select from due where not done')).length === 0)
    await waitFor(() => one.notary.moments.length + other.notary.moments.length === 50)
    expect(new Set([...one.notary.moments, ...other.notary.moments]).size).toBe(50)
  })

  it('is left alone while another process holds its lock', async () => {
    const { runner } = await start({ ROLE: 'api' })
    await database.query(`insert into due (name, at) values ('thing', now() - interval '1 minute')`)
    const [first, second] = await Promise.all([runner.runOnce(), runner.runOnce()])
    expect(first + second).toBe(1)
  })

  it('does not move back: the clock only goes forward', async () => {
    const { transactions, trialClock, clock } = await start({ ROLE: 'api' })
    const now = await clock.now()
    const later = new Date(now.getTime() + 3_600_000)
    await transactions.run((manager) => trialClock.moveTo(manager, later))
    await transactions.run((manager) => trialClock.moveTo(manager, now))
    expect((await clock.now()).getTime()).toBeGreaterThanOrEqual(later.getTime())
  })
})
