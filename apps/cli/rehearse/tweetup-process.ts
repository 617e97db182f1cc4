import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { inRoot } from '../root.js'
import { PlainError } from '../terminal/plain-error.js'

const startTimeoutMs = 180_000

/** A Tweetup of the rehearsal's own: started as anybody starts it, on a free port, with a database of its own. */
export class TweetupProcess {
  readonly #child: ChildProcess
  #output = ''

  constructor(
    readonly address: string,
    dataDir: string,
    smtpUrl: string,
  ) {
    const { DATABASE_URL: _database, ...environment } = process.env
    this.#child = spawn(process.execPath, [inRoot('apps/cli/launch.mjs'), 'start'], {
      cwd: inRoot('.'),
      env: {
        ...environment,
        PORT: new URL(address).port,
        HOST: '127.0.0.1',
        PUBLIC_URL: address,
        DATA_DIR: dataDir,
        SMTP_URL: smtpUrl,
        DEMO: 'off',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.#output = (this.#output + chunk.toString()).slice(-20_000)))
  }

  /** Waits until the first answer. */
  async ready(): Promise<void> {
    const deadline = performance.now() + startTimeoutMs
    while (performance.now() < deadline) {
      if (this.#child.exitCode !== null) throw new PlainError(`Tweetup did not start:\n${this.#output}`)
      const answer = await fetch(`${this.address}/api/health`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new PlainError(`Tweetup did not answer on ${this.address} within three minutes:\n${this.#output}`)
  }

  /** What it has written lately: warnings and errors. */
  get output(): string {
    return this.#output
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return
    const exited = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await exited
  }
}
