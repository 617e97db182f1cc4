import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { settings } from '../../api/src/config/settings.js'
import { inRoot } from '../root.js'
import { PlainError } from '../terminal/plain-error.js'

const startTimeoutMs = 180_000

/** A Tweetup of the rehearsal's own: started as anybody starts it, on a free port, with a database of its own. */
export class TweetupProcess {
  #child: ChildProcess
  #closed: Promise<unknown>
  #output = ''
  #complaints = ''

  constructor(
    readonly address: string,
    private readonly dataDir: string,
    private readonly smtpUrl: string,
  ) {
    this.#child = this.#spawn()
    this.#closed = once(this.#child, 'close')
  }

  #spawn(): ChildProcess {
    const child = spawn(process.execPath, [inRoot('apps/cli/launch.mjs'), 'start'], {
      cwd: inRoot('.'),
      env: {
        ...withoutSettings(process.env),
        PORT: new URL(this.address).port,
        HOST: '127.0.0.1',
        PUBLIC_URL: this.address,
        DATA_DIR: this.dataDir,
        SMTP_URL: this.smtpUrl,
        DEMO: 'off',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C must reach it through us alone.
      detached: true,
    })
    child.stdout?.on('data', (chunk: Buffer) => (this.#output = latest(this.#output, chunk)))
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#output = latest(this.#output, chunk)
      this.#complaints = latest(this.#complaints, chunk)
    })
    return child
  }

  /** kill -9, launcher and server alike, and a new start on what they leave behind: the database, which goes on without them. */
  async killAndRestart(): Promise<void> {
    const { pid } = this.#child
    if (pid !== undefined && !this.#ended) process.kill(-pid, 'SIGKILL')
    await this.#closed
    this.#child = this.#spawn()
    this.#closed = once(this.#child, 'close')
    await this.ready()
  }

  /** Waits until the first answer. */
  async ready(): Promise<void> {
    const deadline = performance.now() + startTimeoutMs
    while (performance.now() < deadline) {
      if (this.#ended) {
        await this.#closed
        throw new PlainError(
          `Tweetup did not start: ${this.#complaints || `it ended with ${this.#child.signalCode ?? this.#child.exitCode}.`}`,
        )
      }
      const answer = await fetch(`${this.address}/api/health`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new PlainError(`Tweetup did not answer on ${this.address} within three minutes: ${this.#complaints || 'it said nothing.'}`)
  }

  /** What it has written lately: warnings and errors. */
  get output(): string {
    return this.#output
  }

  async stop(): Promise<void> {
    if (!this.#ended) this.#child.kill('SIGTERM')
    await this.#closed
  }

  get #ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }
}

const latest = (text: string, chunk: Buffer): string => (text + chunk.toString()).slice(-20_000)

/** An environment without the settings of whoever rehearses: a rehearsal must touch neither her database nor her bucket. */
export function withoutSettings(environment: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  const names = new Set<string>(Object.values(settings).map(({ env }) => env))
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.has(name)))
}
