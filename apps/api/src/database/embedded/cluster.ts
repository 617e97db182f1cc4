import { createHmac, randomBytes } from 'node:crypto'
import { chownSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EmbeddedDatabaseError } from './embedded-database-error.js'
import { type DatabaseHome, credentialsFile, isFilled } from './home.js'
import { isAlive } from './process.js'
import { type Failure, runApart } from './run-apart.js'

/** Written as the last file of a new database, so that a folder without it was never finished or is not ours. */
const markerName = 'tweetup.json'

export const superuser = 'postgres'
export const appRole = 'tweetup'

export interface Credentials {
  superuserPassword: string
  appPassword: string
}

/** What the server's processes may see of our environment: nothing. */
export const bareEnvironment = { PATH: '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' }

/** Refuses a data folder that holds something else than a complete database of ours. */
export function checkExistingCluster(home: DatabaseHome): void {
  if (isFilled(home.dataDirectory)) checkCluster(home)
}

/** Reads the database's passwords, or makes them for a database that does not exist yet. */
export function readCredentials(home: DatabaseHome): Credentials {
  const file = credentialsFile(home)
  if (!existsSync(file)) {
    if (isFilled(home.dataDirectory))
      throw new EmbeddedDatabaseError(
        `The passwords of the database in ${home.dataDirectory} are missing: put ${file} back, or move the database's folder away to start with an empty one.`,
      )
    writeOnce(file, `${randomBytes(32).toString('hex')}\n`)
  }
  const secret = readFileSync(file, 'utf8').trim()
  const password = (role: string) => createHmac('sha256', secret).update(role).digest('hex')
  return { superuserPassword: password(superuser), appPassword: password(appRole) }
}

/** Makes the database's files if there are none. They appear under their name only when complete, so a crash leaves nothing half. */
export async function ensureCluster(home: DatabaseHome, credentials: Credentials, durable: boolean): Promise<void> {
  sweepUnfinished(home)
  if (isFilled(home.dataDirectory)) return

  const unfinished = `${home.dataDirectory}.new-${process.pid}`
  const passwordFile = `${unfinished}.password`
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, credentials.superuserPassword, { mode: 0o600 })
  const { account } = home
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    await initialise(home, unfinished, passwordFile, durable)
    writeFileSync(join(unfinished, markerName), `${JSON.stringify({ madeBy: 'Tweetup' })}\n`)
    renameSync(unfinished, home.dataDirectory)
  } catch (error) {
    // Another start of the same folder was faster: its database is as good as ours.
    if (!isFilled(home.dataDirectory)) throw error
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

async function initialise({ binaries, account }: DatabaseHome, folder: string, passwordFile: string, durable: boolean): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]
  try {
    await runApart(join(binaries, 'bin', 'initdb'), options, { cwd: '/', env: bareEnvironment, uid: account?.uid, gid: account?.gid })
  } catch (cause) {
    throw new EmbeddedDatabaseError(`The database could not be made in ${dirname(folder)}: ${reasonOf(cause as Failure)}.`, { cause })
  }
}

/** The line in which initdb, or the server that it runs, says what failed; never its command line, which tells nobody anything. */
export function reasonOf({ stderr = '', code, signal }: Failure): string {
  if (/No space left on device|Disk quota exceeded/.test(stderr)) return 'the disk is full; make room, then start again'
  const lines = stderr.split('\n').map((line) => line.trim())
  const told = lines.find((line) => /\b(?:PANIC|FATAL|error):/.test(line)) ?? lines.findLast((line) => line !== '')
  return told?.replace(/\.$/, '') ?? `initdb ended with ${signal ?? code ?? 'no word of why'}`
}

function checkCluster({ dataDirectory }: DatabaseHome): void {
  const missing = [markerName, 'PG_VERSION', join('global', 'pg_control')].find((name) => !existsSync(join(dataDirectory, name)))
  if (missing)
    throw new EmbeddedDatabaseError(
      `${dataDirectory} is not a complete database of Tweetup (${missing} is missing): move that folder away, then start again.`,
    )
  const version = readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8').trim()
  if (version !== '18')
    throw new EmbeddedDatabaseError(
      `${dataDirectory} is a database of PostgreSQL ${version}, this Tweetup needs 18: move that folder away, then start again.`,
    )
}

/** Removes what a start that was killed half-way left behind. */
function sweepUnfinished({ dataDirectory }: DatabaseHome): void {
  const parent = dirname(dataDirectory)
  const prefix = `${basename(dataDirectory)}.new-`
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const maker = Number.parseInt(name.slice(prefix.length), 10)
    if (maker === process.pid || !isAlive(maker)) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

/** Creates a file with all of its content or, when another process was first, leaves that one. */
function writeOnce(file: string, content: string): void {
  const unfinished = `${file}.new-${process.pid}`
  writeFileSync(unfinished, content, { mode: 0o600 })
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}
