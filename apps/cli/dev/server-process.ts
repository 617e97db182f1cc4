import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from '../root.js'
import { complain } from '../terminal/say.js'

/** The API and its jobs as a process of their own, which is replaced whenever their sources change. */
export class ServerProcess {
  #child: ChildProcess | undefined
  #restarting: Promise<void> = Promise.resolve()
  #over = false

  constructor(
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  /** Stops what runs and starts it anew from the current sources. */
  restart(quiet: boolean): Promise<void> {
    this.#restarting = this.#restarting.then(async () => {
      await this.#stop()
      if (this.#over) return
      this.#child = this.#start(quiet)
      await this.#untilReady(this.#child)
    })
    return this.#restarting
  }

  /** Waits until it answers, however often it is being restarted; false when it ended instead. */
  async ready(): Promise<boolean> {
    await this.#restarting
    return this.#child !== undefined && isRunning(this.#child)
  }

  /** Stops it for good. */
  async end(): Promise<void> {
    this.#over = true
    await this.#stop()
  }

  #start(quiet: boolean): ChildProcess {
    const options = [
      '--disable-warning=ExperimentalWarning',
      '--enable-source-maps',
      '--import',
      inRoot('apps', 'cli', 'typescript.mjs'),
      inRoot('apps', 'cli', 'main.ts'),
      'start',
    ]
    const child = spawn(process.execPath, options, {
      cwd: inRoot(),
      env: { ...process.env, ...this.env, PORT: String(this.port), HOST: '127.0.0.1', ...(quiet ? { TWEETUP_QUIET: '1' } : {}) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Ctrl-C must reach it through us alone.
      detached: true,
    })
    // What ends by itself has said why; what was killed, for want of memory perhaps, could not.
    child.once('exit', (_status, signal) => {
      if (signal && child === this.#child)
        complain(`The server was ended by ${signal}, not by a change: start it again by saving a source.`)
    })
    return child
  }

  async #stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || !isRunning(child)) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    while (isRunning(child) && !(await this.#answers())) await pause(50)
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1')
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
  }
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null
