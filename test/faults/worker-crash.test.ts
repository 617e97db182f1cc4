import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Transactions } from '../../apps/api/src/database/index.js'
import { JobQueue } from '../../apps/api/src/jobs/index.js'
import { type Probe, startProbe } from '../support/probe-app.js'
import { waitFor } from '../support/wait-for.js'
import { noteJob } from './note-job.js'

let probe: Probe
let folder: string
let children: ChildProcess[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-crash-'))
  children = []
  probe = await startProbe({ env: { ROLE: 'api' } })
  await probe.database.query('create table notes (kind text not null, word text not null, pid integer not null)')
  await probe.database.query('create table due (word text primary key, done boolean not null default false)')
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await probe.close()
  rmSync(folder, { recursive: true })
})

async function startWorker({ hangs }: { readonly hangs: boolean }): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', './apps/cli/typescript.mjs', 'test/faults/note-worker.ts'],
    {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: probe.database.url,
        DATA_DIR: folder,
        SECRET_KEY: 'a secret key that only tests know',
        ...(hangs ? { NOTE_HANGS: '1' } : {}),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

const notes = (kind: string) => probe.database.query<{ word: string; pid: number }>('select word, pid from notes where kind = $1', [kind])

describe('kill -9 of a worker', () => {
  it('in the middle of a job leaves the job to another one within seconds', async () => {
    const dying = await startWorker({ hangs: true })
    await probe.app.get(Transactions).run((manager) => probe.app.get(JobQueue).enqueue(manager, noteJob, { word: 'mail' }))
    await waitFor(async () => (await notes('job')).length === 1)
    dying.kill('SIGKILL')
    const heir = await startWorker({ hangs: false })
    await waitFor(async () => (await notes('job')).length === 2, { within: 20_000 })
    expect((await notes('job')).map(({ pid }) => pid)).toEqual([dying.pid, heir.pid])
    await waitFor(() => probe.app.get(JobQueue).idle())
  })

  it('in the middle of a moment leaves the moment to another one at once', async () => {
    const dying = await startWorker({ hangs: true })
    await probe.database.query(`insert into due (word) values ('freeze')`)
    await waitFor(async () => (await notes('moment')).length === 1)
    const heir = await startWorker({ hangs: false })
    dying.kill('SIGKILL')
    await waitFor(async () => (await probe.database.query('select from due where done')).length === 1, { within: 5000 })
    expect((await notes('moment')).map(({ pid }) => pid)).toEqual([dying.pid, heir.pid])
  })
})

describe('SIGTERM to a worker', () => {
  it('ends it in good order, with nothing to complain about', async () => {
    const worker = await startWorker({ hangs: false })
    worker.kill('SIGTERM')
    const [code] = (await once(worker, 'exit')) as [number | null]
    expect(code).toBe(0)
  })
})
