import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { serverMemory } from '../../../apps/cli/server-memory.mjs'
import { inRoot } from '../../../apps/cli/root.js'
import type { Holdings } from '../../../apps/cli/terminal/interruptible.js'
import { findFreePort } from '../../support/free-port.js'
import { waitFor } from '../../support/wait-for.js'

/** As many as a Tweetup holds unless told otherwise. */
const databasePool = '12'

/** Nobody is refused, and everything is counted all the same. */
const limits = { APPLICATIONS_PER_NETWORK: '100000000', APPLICATIONS_PER_ADDRESS: '100000', APPLICATIONS_PER_EVENT: '100000000' }

type Environment = Readonly<Record<string, string | undefined>>

/** What the fans of one turn met. */
export interface Turn {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly acknowledged: readonly number[]
  /** How many answers there were of each status that is no success. */
  readonly refused: Readonly<Record<string, number>>
}

/** A Tweetup as it is built, with the settings of an installation, that answers requests only; answers its address. */
export async function startTweetup(holdings: Holdings, databaseUrl: string, dataDir: string): Promise<string> {
  const port = String(await findFreePort())
  const url = `http://127.0.0.1:${port}`
  const environment = {
    PORT: port,
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: databasePool,
    DATA_DIR: dataDir,
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET_KEY: 'known to every benchmark and to nothing else',
    ROLE: 'api',
    TRUSTED_PROXIES: '127.0.0.1',
    ...limits,
  }
  const child = await held(holdings, [...serverMemory, inRoot('dist/apps/api/src/main.js')], environment)
  await waitFor(async () => child.exitCode === null && (await fetch(`${url}/api/health`).catch(() => undefined))?.ok === true, {
    within: 120_000,
    what: 'Tweetup',
  })
  return url
}

/** The bare handler beside it; answers its address. */
export async function startBare(holdings: Holdings, databaseUrl: string): Promise<string> {
  const environment = { DATABASE_URL: databaseUrl, DATABASE_POOL: databasePool }
  return firstLine(await held(holdings, [...serverMemory, join(import.meta.dirname, 'bare-child.mjs')], environment))
}

/** Lets a process of fans apply for some time. */
export async function applyFor(holdings: Holdings, fans: object): Promise<Turn> {
  const child = await held(holdings, [join(import.meta.dirname, 'load-child.mjs'), JSON.stringify(fans)], {})
  return JSON.parse(await firstLine(child)) as Turn
}

async function held(holdings: Holdings, options: readonly string[], environment: Environment): Promise<ChildProcess> {
  return holdings.hold(
    () =>
      spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...options], {
        env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    (spawned) => spawned.kill('SIGKILL'),
  )
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('What was started cannot be heard.')
  const gone = once(child, 'exit').then(() => {
    throw new Error('A process ended before it said what was asked.')
  })
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), gone])) as [string]
  return line
}
