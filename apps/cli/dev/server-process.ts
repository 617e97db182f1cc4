import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from '../root.js'

/** The API and its jobs as a process of their own, which is replaced whenever their sources change. */
export class ServerProcess {
  #child: ChildProcess | undefined
  #restarting: Promise<void> = Promise.resolve()

  constructor(
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  /** Stops what runs and starts it anew from the current sources. */
  restart(quiet: boolean): Promise<void> {
    this.#restarting = this.#restarting.then(async () => {
      await this.stop()
      const options = [
        '--disable-warning=ExperimentalWarning',
        '--enable-source-maps',
        '--import',
        inRoot('apps', 'cli', 'typescript.mjs'),
        inRoot('apps', 'cli', 'main.ts'),
        'start',
      ]
      this.#child = spawn(process.execPath, options, {
        cwd: inRoot(),
        env: { ...process.env, ...this.env, PORT: String(this.port), HOST: '127.0.0.1', ...(quiet ? { TWEETUP_QUIET: '1' } : {}) },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        // Ctrl-C must reach it through us alone.
        detached: true,
      })
      await this.#untilReady(this.#child)
    })
    return this.#restarting
  }

  /** Waits until it answers, however often it is being restarted; false when it ended instead. */
  async ready(): Promise<boolean> {
    await this.#restarting
    return this.#child?.exitCode === null
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    while (child.exitCode === null && child.signalCode === null && !(await this.#answers())) await pause(50)
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1')
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
  }
}
