import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestDatabase } from './database.js'
import { HttpClient } from './http-client.js'

interface ProcessOptions {
  readonly database: TestDatabase
  /** The folder that all processes of one installation share. */
  readonly dataDir: string
  readonly smtpUrl: string
  /** Where it answers; the same again after a restart. */
  readonly port: number
}

/** A Tweetup that runs as a process of its own and may be killed. */
export class KillableTweetup {
  readonly #child: ChildProcess

  private constructor(
    child: ChildProcess,
    /** Where it answers, without a slash at the end. */
    readonly url: string,
  ) {
    this.#child = child
  }

  static async start({ database, dataDir, smtpUrl, port }: ProcessOptions): Promise<KillableTweetup> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', './apps/cli/typescript.mjs', 'test/support/killable-tweetup-child.ts'],
      {
        env: {
          PATH: process.env.PATH,
          PORT: String(port),
          TEST_DATABASE_URL: database.url,
          DATA_DIR: dataDir,
          SECRET_KEY: 'known to every test and to nothing else',
          SMTP_URL: smtpUrl,
          LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const gone = once(child, 'exit').then(() => {
      throw new Error('Tweetup ended before it answered.')
    })
    const [url] = (await Promise.race([once(createInterface(child.stdout), 'line'), gone])) as [string]
    return new KillableTweetup(child, url)
  }

  client(): HttpClient {
    return new HttpClient(this.url)
  }

  /** kill -9: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const exited = once(this.#child, 'exit')
    this.#child.kill(signal)
    await exited
  }
}
