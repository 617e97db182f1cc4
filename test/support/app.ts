import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Type } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { loadConfig, type TweetupConfig } from '../../apps/api/src/config/index.js'
import { TrialClock } from '../../apps/api/src/database/index.js'
import { startAll } from '../../apps/api/src/main.js'
import { createTestDatabase, type TestDatabase } from './database.js'
import { findFreePort } from './free-port.js'
import { HttpClient } from './http-client.js'
import { settleWork } from './settle-work.js'
import { startSmtpSink, type SmtpSink } from './smtp-sink.js'

export interface TestAppOptions {
  /** What the installation's clock says at the start; it runs on from there. Default: now. */
  clock?: Date | string
  /** Send mails to a real server of the test's own, as with SMTP_URL, and not to the development mailbox. */
  smtp?: boolean
  /** A database that exists already, for an app that is started again; it is not dropped by close(). */
  database?: TestDatabase
  /** Further settings, named as in the environment. */
  settings?: Readonly<Record<string, string>>
}

export interface TestApp {
  /** Where it answers, without a slash at the end. */
  url: string
  config: TweetupConfig
  database: TestDatabase
  /** Present when asked for by `smtp`. */
  sink: SmtpSink | undefined
  /** A visitor with cookies of her own. */
  client(): HttpClient
  /** A provider of the running application. */
  get<T>(provider: Type<T> | (abstract new (...parameters: never[]) => T)): T
  now(): Promise<Date>
  /** Moves the installation's clock forward and waits until everything that fell due has been done. */
  moveTo(instant: Date | string): Promise<void>
  /** Waits until no job waits and no moment finds anything to do. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Tweetup as in production (API, jobs, moments) on a free port, a database of its own and, if asked, a real mail server. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const stack = new AsyncDisposableStack()
  try {
    return await start(options, stack)
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

async function start(options: TestAppOptions, stack: AsyncDisposableStack): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tweetup-test-'))
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const database = options.database ?? (await createTestDatabase())
  if (!options.database) stack.defer(() => database.drop())
  const sink = options.smtp ? await startSmtpSink() : undefined
  if (sink) stack.defer(() => sink.close())
  if (options.clock) await setClock(database, new Date(options.clock))

  const config = loadConfig({
    PORT: String(await findFreePort()),
    DATA_DIR: dataDir,
    SECRET_KEY: 'known to every test and to nothing else',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...(sink ? { SMTP_URL: sink.url } : {}),
    ...options.settings,
  }).with({ databaseUrl: database.url })
  const running = await startAll(config)
  stack.defer(() => running.close())

  const clock = running.app.get(TrialClock)
  const settled = () => settleWork(running.app)
  return {
    url: running.url,
    config,
    database,
    sink,
    client: () => new HttpClient(running.url),
    get: (provider) => running.app.get(provider),
    now: () => clock.now(),
    async moveTo(instant) {
      await clock.moveTo(running.app.get(DataSource).manager, new Date(instant))
      await settled()
    },
    settled,
    close: () => stack.disposeAsync(),
  }
}

/** Unlike the time machine, a test may begin in the past. */
async function setClock(database: TestDatabase, instant: Date): Promise<void> {
  await database.query(
    `insert into installation_clock (id, offset_ms) values (true, $1)
     on conflict (id) do update set offset_ms = excluded.offset_ms`,
    [instant.getTime() - Date.now()],
  )
}
