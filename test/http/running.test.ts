import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Controller, Get } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Public } from '../../apps/api/src/http/index.js'
import { createEmptyDatabase, type TestDatabase } from '../support/database.js'
import { HttpClient } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'
import { waitFor } from '../support/wait-for.js'

@Public()
@Controller('/api/slow')
class SlowController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  async slow(): Promise<string> {
    await this.dataSource.query('select pg_sleep(0.8)')
    const [row] = await this.dataSource.query<{ done: string }[]>(`select 'answered' as done`)
    return row?.done ?? ''
  }
}

let database: TestDatabase
let probes: Probe[]

beforeEach(async () => {
  database = await createEmptyDatabase()
  probes = []
})
afterEach(async () => {
  await Promise.all(probes.map((probe) => probe.close()))
  await database.drop()
})

async function start(env: Record<string, string> = {}): Promise<Probe> {
  const probe = await startProbe({ controllers: [SlowController], database, env })
  probes.push(probe)
  return probe
}

describe('Tweetup', () => {
  it('starts as three processes at once on an empty database, and migrates it once', async () => {
    const started = await Promise.all([start(), start({ ROLE: 'api' }), start({ ROLE: 'worker' })])
    expect(started.map(({ url }) => url !== '')).toEqual([true, true, false])
    const migrations = await database.query<{ name: string }>('select name from migrations')
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length)
    expect((await new HttpClient(started[1]?.url ?? '').get('/api/health')).status).toBe(200)
  })

  it('does not run beside a process that has another secret key', async () => {
    await start()
    await expect(start({ SECRET_KEY: 'a secret key that nobody else has' })).rejects.toThrow(/secret key .* is not the one/)
    await start()
  })

  it('answers to its end what it was asked before it is stopped', async () => {
    const probe = await start()
    const answer = new HttpClient(probe.url).get('/api/slow')
    await waitFor(
      async () =>
        (await database.query(`select from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'`)).length > 0,
    )
    await Promise.all([probe.close(), answer])
    probes = []
    expect(await answer).toMatchObject({ status: 200, text: 'answered' })
    await expect(fetch(`${probe.url}/api/health`)).rejects.toThrow('fetch failed')
  })

  it('says that it will be back when its connections are cut, and is', async () => {
    const probe = await start()
    const client = new HttpClient(probe.url)
    const answer = client.get('/api/slow')
    await waitFor(
      async () =>
        (await database.query(`select from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'`)).length > 0,
    )
    await database.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    expect(await answer).toMatchObject({ status: 503, body: { type: 'urn:tweetup:problem:problems:unavailable' } })
    await waitFor(async () => (await client.get('/api/health')).status === 200)
    await waitFor(async () => (await client.get('/api/slow')).status === 200)
  })

  it('lets go of everything when its port is taken', async () => {
    const first = await start()
    const { port } = new URL(first.url)
    await expect(start({ PORT: port })).rejects.toThrow('EADDRINUSE')
    const listening = `select from pg_stat_activity where datname = current_database() and application_name = 'tweetup notifications'`
    await waitFor(async () => (await database.query(listening)).length <= 1)
  })
})
