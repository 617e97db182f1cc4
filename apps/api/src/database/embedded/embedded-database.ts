import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type Credentials, appRole, checkExistingCluster, ensureCluster, readCredentials, superuser } from './cluster.js'
import { connectAsSuperuser } from './connect.js'
import { EmbeddedDatabaseError } from './embedded-database-error.js'
import { type DatabaseHome, findHome, logFile } from './home.js'
import { makeEphemeralFolder, removeOnExit } from './ephemeral.js'
import { takeOwnership } from './ownership.js'
import { type Postmaster, type StartedPostmaster, findRunningPostmaster, spawnPostmaster, stopPostmaster } from './postmaster.js'
import { isAlive } from './process.js'

export interface EmbeddedDatabaseOptions {
  /** Tweetup's data folder; made when absent. May be left out for an ephemeral database. */
  dataDir?: string
  /** For tests: no waiting for the disk; files and server are gone when the process ends. */
  ephemeral?: boolean
  /** Called when the server is lost and could not be started again. */
  onLost?: (error: Error) => void
}

export interface EmbeddedDatabase {
  /** Connects as the application's own role, which owns its database and nothing else. */
  url: string
  /** Connects as the superuser; for tests that make databases of their own. */
  superuserUrl: string
  /** Where the data is. */
  dataDirectory: string
  /** The system account the server runs as, when that is not this process's own. */
  account?: string
  stop(): Promise<void>
}

interface OwnedServer {
  postmaster: Postmaster
  /** Holds the lock that makes us the one Tweetup on this database; its end tells that the server is gone. */
  connection: pg.Client
}

/** A crash recovery may replay minutes of work; a server that is this late will not come. */
const patience = 120_000
const restartsAllowed = 5
const restartsWithin = 60_000

/**
 * Starts PostgreSQL on the data folder, or takes over the one a killed Tweetup left running, and keeps it running until stop().
 *
 * @throws EmbeddedDatabaseError with one line for the person at the terminal
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const durable = !options.ephemeral
  const home = findHome(options.dataDir ?? makeEphemeralFolder())
  checkExistingCluster(home)
  const credentials = readCredentials(home)
  await ensureCluster(home, credentials, durable)

  let owned = await obtainServer(home, credentials, durable)
  let stopping = false
  const restarts: number[] = []
  await prepareDatabase(owned.connection, credentials)
  watch()
  const forget = durable ? undefined : removeOnExit(home, () => owned.postmaster.pid)

  function watch(): void {
    owned.connection.once('end', () => {
      if (!stopping) restart().catch((error: Error) => options.onLost?.(error))
    })
  }

  async function restart(): Promise<void> {
    const now = performance.now()
    if (restarts.push(now) > restartsAllowed && now - (restarts.at(-1 - restartsAllowed) ?? 0) < restartsWithin)
      throw new EmbeddedDatabaseError(`PostgreSQL stopped again and again: see ${logFile(home)}.`)
    owned = await obtainServer(home, credentials, durable, owned.postmaster.port)
    if (stopping) await stopPostmaster(home, owned.postmaster)
    else watch()
  }

  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${owned.postmaster.port}/${database}`
  return {
    url: url(appRole, credentials.appPassword, appRole),
    superuserUrl: url(superuser, credentials.superuserPassword, 'postgres'),
    dataDirectory: home.dataDirectory,
    account: home.account?.name,
    async stop() {
      stopping = true
      await owned.connection.end().catch(() => undefined)
      await stopPostmaster(home, owned.postmaster)
      forget?.()
    },
  }
}

/** Finds or starts the server, waits until it answers and makes it ours. */
async function obtainServer(home: DatabaseHome, credentials: Credentials, durable: boolean, port?: number): Promise<OwnedServer> {
  const deadline = performance.now() + patience
  let started: StartedPostmaster | undefined
  let attempts = 0
  while (performance.now() < deadline) {
    const running = findRunningPostmaster(home)
    if (!running && !(started && isAlive(started.pid))) {
      if (started) complainUnlessPassing(home, started.readLog(), (attempts += 1))
      started = await spawnPostmaster(home, durable, attempts > 3 ? undefined : port)
    }
    const postmaster = running ?? started
    const connection = postmaster?.port ? await connectOrStop(home, credentials, postmaster, started) : undefined
    if (connection && postmaster && (await takeOwnership(home, connection))) return { postmaster, connection }
    await sleep(connection ? 100 : 25)
  }
  throw new EmbeddedDatabaseError(`PostgreSQL did not get ready within ${patience / 1000} seconds: see ${logFile(home)}.`)
}

/** A server of ours that we cannot sign in to would otherwise be left running. */
async function connectOrStop(home: DatabaseHome, credentials: Credentials, postmaster: Postmaster, started: Postmaster | undefined) {
  try {
    return await connectAsSuperuser(home, credentials, postmaster.port)
  } catch (error) {
    if (postmaster.pid === started?.pid) await stopPostmaster(home, postmaster)
    throw error
  }
}

/** What may go wrong once and right the next time: a port or a lock that another process has just taken, remains of a killed server. */
const passing = /could not bind|Address already in use|lock file .* already exists|pre-existing shared memory/

function complainUnlessPassing(home: DatabaseHome, log: string, attempts: number): void {
  if (attempts < 20 && passing.test(log)) return
  const reason = log.split('\n').findLast((line) => /(FATAL|PANIC|error): /.test(line)) ?? log.trim().split('\n').at(-1)
  const text = reason?.replace(/^.*?(FATAL|PANIC|error):\s+/, '') || 'it ended without a word'
  throw new EmbeddedDatabaseError(
    `The database in ${home.dataDirectory} does not start: ${text} (more in ${logFile(home)}). Move that folder away to start with an empty database.`,
  )
}

/** Makes the application's role and database where they are missing, so that a start which was cut off is made good by the next. */
async function prepareDatabase(connection: pg.Client, { appPassword }: Credentials): Promise<void> {
  const roles = await connection.query('select 1 from pg_roles where rolname = $1', [appRole])
  if (roles.rowCount === 0) await connection.query(`create role ${appRole} login`)
  await connection.query(`alter role ${appRole} with nosuperuser nocreatedb nocreaterole password '${appPassword}'`)
  const databases = await connection.query('select 1 from pg_database where datname = $1', [appRole])
  if (databases.rowCount === 0) await connection.query(`create database ${appRole} owner ${appRole}`)
}
