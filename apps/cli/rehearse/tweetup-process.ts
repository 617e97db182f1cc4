import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { settings } from '../../api/src/config/settings.js'
import { inRoot } from '../root.js'
import { PlainError } from '../terminal/plain-error.js'

const startTimeoutMs = 180_000

/** A Tweetup of the rehearsal's own: started as anybody starts it, on a free port, with a database of its own. */
export class TweetupProcess {
  readonly #child: ChildProcess
  readonly #closed: Promise<unknown>
  #output = ''
  #complaints = ''

  constructor(
    readonly address: string,
    dataDir: string,
    smtpUrl: string,
  ) {
    this.#child = spawn(process.execPath, [inRoot('apps/cli/launch.mjs'), 'start'], {
      cwd: inRoot('.'),
      env: {
        ...withoutSettings(process.env),
        PORT: new URL(address).port,
        HOST: '127.0.0.1',
        PUBLIC_URL: address,
        DATA_DIR: dataDir,
        SMTP_URL: smtpUrl,
        DEMO: 'off',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C must reach it through us alone.
      detached: true,
    })
    this.#closed = once(this.#child, 'close')
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.#output = latest(this.#output, chunk)))
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#output = latest(this.#output, chunk)
      this.#complaints = latest(this.#complaints, chunk)
    })
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
