import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { waitFor } from './wait-for.js'

export interface TweetupProcess {
  url: string
  /** Everything it has printed so far. */
  output(): string
  /** Asks it to end, as Ctrl-C or a service manager does, and answers its exit status. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>
  /** Tells every process of it at once, as a terminal does at Ctrl-C (SIGINT) or when it is closed (SIGHUP); npm and the launcher hand it on. */
  tellAll(signal: 'SIGINT' | 'SIGHUP'): Promise<number | null>
  /** Kills it and its launcher without any warning; the database server is left behind. */
  kill(): Promise<void>
}

const launcher = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'launch.mjs')

/** Starts Tweetup as `npm start` does, in processes of its own, and waits until it says that it runs, or something before that. */
export async function startTweetup(settings: Readonly<Record<string, string>>, said = 'Ctrl-C stops it'): Promise<TweetupProcess> {
  const { child, output } = spawnTweetup(settings)
  await waitFor(
    () => {
      if (child.exitCode !== null) throw new Error(`It ended: ${output()}`)
      return output().includes(said)
    },
    { within: 120_000, what: `Tweetup to start:\n${output()}` },
  )
  return {
    url: `http://127.0.0.1:${settings.PORT}`,
    output,
    stop: (signal = 'SIGTERM') => end(child, () => child.kill(signal)),
    tellAll: (signal) =>
      end(child, () => {
        for (let time = 0; time < 2; time += 1) process.kill(-(child.pid ?? 0), signal)
      }),
    kill: async () => void (await end(child, () => child.pid && process.kill(-child.pid, 'SIGKILL'))),
  }
}

/** Starts Tweetup where it must refuse; answers its exit status and what it wrote to standard error, without the newline. */
export async function startTweetupInVain(
  settings: Readonly<Record<string, string>>,
): Promise<{ status: number | null; complaint: string }> {
  const { child, complaint } = spawnTweetup(settings)
  await once(child, 'close')
  return { status: child.exitCode, complaint: complaint().trimEnd() }
}

function spawnTweetup(settings: Readonly<Record<string, string>>) {
  const { DATABASE_URL: _database, SMTP_URL: _mail, NODE_OPTIONS: _options, ...environment } = process.env
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: { ...environment, NODE_ENV: 'production', DEMO: 'off', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that kill() reaches the launcher and what it launched.
    detached: true,
  })
  const printed: string[] = []
  const complained: string[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => complained.push(chunk.toString()))
  return { child, output: () => [...printed, ...complained].join(''), complaint: () => complained.join('') }
}

async function end(child: ChildProcess, act: () => unknown): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit')
    act()
    await exited
  }
  return child.exitCode
}
