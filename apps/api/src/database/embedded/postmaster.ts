import { spawn } from 'node:child_process'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { bareEnvironment } from './cluster.js'
import { EmbeddedDatabaseError } from './embedded-database-error.js'
import { type DatabaseHome, logFile } from './home.js'
import { commandLine, isAlive, waitForEnd } from './process.js'

/** A running PostgreSQL server on our data folder. */
export interface Postmaster {
  pid: number
  port: number
}

export interface StartedPostmaster extends Postmaster {
  /** What the server wrote since it was started. */
  readLog(): string
}

const largestLog = 10_000_000

/** Settings of a small server that loses nothing; everything else is PostgreSQL's own default. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
}

/** For databases that are thrown away: no waiting for the disk. */
const ephemeralSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' }

/** Starts a server in a process group of its own, so that Ctrl-C reaches it only through us. It is not yet ready when this returns. */
export async function spawnPostmaster(home: DatabaseHome, durable: boolean, port?: number): Promise<StartedPostmaster> {
  const log = logFile(home)
  if (existsSync(log) && readFileSync(log).length > largestLog) truncateSync(log)
  const descriptor = openSync(log, 'a', 0o600)
  const start = fstatSync(descriptor).size
  const chosen = port ?? (await findFreePort())
  const all = { ...settings, ...(durable ? {} : ephemeralSettings), port: String(chosen) }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(home.binaries, 'bin', 'postgres'), ['-D', home.dataDirectory, ...options], {
    cwd: '/',
    detached: true,
    env: bareEnvironment,
    stdio: ['ignore', descriptor, descriptor],
    uid: home.account?.uid,
    gid: home.account?.gid,
  })
  closeSync(descriptor)
  const { pid } = child
  if (pid === undefined) {
    const cause = await new Promise<Error>((resolve) => child.once('error', resolve))
    throw new EmbeddedDatabaseError(
      `PostgreSQL could not be started (${cause.message}): set DATABASE_URL to a PostgreSQL server instead.`,
      { cause },
    )
  }
  child.unref()
  return { pid, port: chosen, readLog: () => readFileSync(log).subarray(start).toString('utf8') }
}

/**
 * The server that already runs on this data folder, for example one whose Tweetup was killed. Believed only when the process
 * named in postmaster.pid really is a PostgreSQL on this very folder; a file left behind by a crash is removed.
 */
export function findRunningPostmaster({ dataDirectory }: DatabaseHome): Postmaster | undefined {
  const file = join(dataDirectory, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid = '', , , port = ''] = readFileSync(file, 'utf8').split('\n')
  const found = { pid: Number(pid), port: Number(port) }
  if (isPostmasterOf(dataDirectory, found.pid)) return found
  if (isAlive(found.pid) && /postgres -D /.test(commandLine(found.pid)))
    throw new EmbeddedDatabaseError(
      `A PostgreSQL (process ${found.pid}) runs on ${dataDirectory} by another name of that folder: stop it, or the Tweetup that it belongs to.`,
    )
  // PostgreSQL would take any living process with that number for its predecessor, as after a restart of the machine.
  if (found.pid > 0) rmSync(file, { force: true })
  return undefined
}

/** Stops a server: first as PostgreSQL is asked to end at once, then as it is made to. */
export async function stopPostmaster({ dataDirectory }: DatabaseHome, { pid }: Postmaster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostmasterOf(dataDirectory, pid)) return
    process.kill(pid, signal)
    if (await waitForEnd(pid, 10_000)) return
  }
}

/** Kills a server that has nothing to lose, without waiting; for the moment this process ends. */
export function killPostmaster({ dataDirectory }: Pick<DatabaseHome, 'dataDirectory'>, pid: number): void {
  if (isPostmasterOf(dataDirectory, pid)) process.kill(pid, 'SIGQUIT')
}

function isPostmasterOf(dataDirectory: string, pid: number): boolean {
  return pid > 0 && isAlive(pid) && commandLine(pid).includes(`postgres -D ${dataDirectory} `)
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
