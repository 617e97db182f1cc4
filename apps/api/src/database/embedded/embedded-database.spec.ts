import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { projectRoot } from '../../config/index.js'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './index.js'

const root = projectRoot()
let dataDir: string
let running: EmbeddedDatabase[]
let processes: ChildProcess[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tweetup-embedded-'))
  chmodSync(dataDir, 0o755)
  running = []
  processes = []
})

afterEach(async () => {
  for (const child of processes.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  for (const database of running) await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Starts a database here; it is stopped after the test. */
async function start(folder = dataDir): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir: folder })
  running.push(database)
  return database
}

/** Starts a database in a process of its own and answers its address once it runs. */
async function startInProcess(): Promise<{ child: ChildProcess; url: string }> {
  const code = `
    import { startEmbeddedDatabase } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
    const { url, stop } = await startEmbeddedDatabase({ dataDir: ${JSON.stringify(dataDir)} })
    process.once('SIGTERM', () => stop().then(() => process.exit()))
    process.stdout.write(url + '\\n')`
  const compiler = join(root, 'apps', 'cli', 'typescript.mjs')
  const child = spawn(process.execPath, ['--import', compiler, '--input-type=module', '-e', code], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  processes.push(child)
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, url: line.toString().trim() }
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  // The tests below kill servers; what becomes of this connection is told by the query itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

const postmasterPid = (database: { dataDirectory: string }): number =>
  Number(readFileSync(join(database.dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0])

/** The one-line message that a start is refused with. */
async function refusal(folder = dataDir): Promise<string> {
  const { message } = await start(folder).then(
    () => new Error('It started.'),
    (error: Error) => error,
  )
  expect(message).not.toContain('\n')
  return message
}

describe('startEmbeddedDatabase()', () => {
  test('makes a database whose owner is no superuser, and keeps its rows for the next start', async () => {
    const first = await start()
    await query(first.url, 'create table kept (name text)')
    await query(first.url, "insert into kept values ('Νίκη')")
    expect(await query(first.url, 'select usesuper, usecreatedb from pg_user where usename = current_user')).toEqual([
      { usesuper: false, usecreatedb: false },
    ])
    await first.stop()

    const second = await start()
    expect(await query(second.url, 'select name from kept')).toEqual([{ name: 'Νίκη' }])
  })

  test('runs in a folder that only its user may enter: there, or as root where the account that runs it can get', async () => {
    chmodSync(dataDir, 0o700)
    const database = await start()
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    const asRoot = process.getuid?.() === 0
    expect(database.dataDirectory.startsWith(dataDir)).toBe(!asRoot)
    expect(existsSync(join(dataDir, 'postgres-is-in'))).toBe(asRoot)
    await database.stop()
    if (asRoot) rmSync(join(database.dataDirectory, '..'), { recursive: true })
  })

  test('listens on this machine only and asks for a password', async () => {
    const { url } = await start()
    expect(await query(url, "select current_setting('listen_addresses') as addresses")).toEqual([{ addresses: '127.0.0.1' }])
    const stranger = new URL(url)
    stranger.password = 'guessed'
    await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('takes over the server that a killed process left running, with everything that was committed', async () => {
    const { child, url } = await startInProcess()
    await query(url, 'create table kept (n int)')
    await query(url, 'insert into kept values (1), (2)')
    child.kill('SIGKILL')
    await once(child, 'exit')

    const database = await start()
    expect(await query(database.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
  })

  test('refuses a data folder on which another process runs, naming that process', async () => {
    const { child } = await startInProcess()
    expect(await refusal()).toBe(
      `Another Tweetup (process ${child.pid}) is running on the data in ${dataDir}: stop it first, or give this one a folder of its own with DATA_DIR.`,
    )
  })

  test('starts the server again on the same address when it is killed, and loses nothing', async () => {
    const database = await start()
    await query(database.url, 'create table kept (n int)')
    await query(database.url, 'insert into kept values (1)')
    const killed = postmasterPid(database)
    process.kill(killed, 'SIGKILL')

    let rows: object[] | undefined
    for (let attempt = 0; !rows && attempt < 200; attempt += 1) {
      await pause(50)
      rows = await query(database.url, 'select n from kept').catch(() => undefined)
    }
    expect(rows).toEqual([{ n: 1 }])
    expect(postmasterPid(database)).not.toBe(killed)
  })

  test('is not misled by the number of a process that has nothing to do with it', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(join(first.dataDirectory, 'postmaster.pid'), `${process.pid}\n${first.dataDirectory}\n1764000000\n5432\n\n127.0.0.1\n`)
    const second = await start()
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('clears away what a first start that was cut off left behind', async () => {
    mkdirSync(join(dataDir, 'postgres.new-99999999', 'base'), { recursive: true })
    await start()
    expect(readdirSync(dataDir).filter((name) => name.includes('.new-'))).toEqual([])
  })

  test('says in one line that a folder holds something else', async () => {
    mkdirSync(join(dataDir, 'postgres'))
    writeFileSync(join(dataDir, 'postgres', 'letter.txt'), 'Dear Ms Blok')
    expect(await refusal()).toMatch(/postgres is not a complete database of Tweetup \(tweetup.json is missing\): move that folder away/)
  })

  test('says in one line that the passwords are gone, and leaves the data alone', async () => {
    const database = await start()
    await database.stop()
    rmSync(join(dataDir, 'postgres-secret'))
    expect(await refusal()).toMatch(/passwords of the database in .* are missing: put .*postgres-secret back/)
    expect(readdirSync(database.dataDirectory)).toContain('PG_VERSION')
  })

  test('says in one line that the data is damaged, with the reason that PostgreSQL gives', async () => {
    const database = await start()
    await database.stop()
    writeFileSync(join(database.dataDirectory, 'global', 'pg_control'), 'x')
    expect(await refusal()).toMatch(/does not start: could not read file "global\/pg_control".*postgres\.log/)
  })

  test('says in one line that the data folder is a file', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    expect(await refusal(file)).toMatch(/file is a file: name a folder you may write to with DATA_DIR|cannot be made or written to/)
  })

  test('throws an ephemeral database away when it is stopped', async () => {
    const database = await startEmbeddedDatabase({ ephemeral: true })
    const folder = join(database.dataDirectory, '..')
    expect(await query(database.url, 'show fsync')).toEqual([{ fsync: 'off' }])
    await database.stop()
    expect(() => readdirSync(folder)).toThrow(/ENOENT/)
  })
})
