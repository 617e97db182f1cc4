import { constants } from 'node:os'
import { complain } from './say.js'

export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The exit status by which a shell tells that a signal ended a command. */
export const statusOf = (signal: NodeJS.Signals): number => 128 + constants.signals[signal]

/** What a command has started or made, to be ended in reverse order however the command ends. */
export class Holdings {
  readonly #stack = new AsyncDisposableStack()

  /** Waits for what starts now; it is ended even when the command is interrupted before it has started. */
  async hold<T>(start: () => T | Promise<T>, end: (started: T) => unknown): Promise<T> {
    if (this.#stack.disposed) throw new Error('The command was interrupted.')
    const starting = Promise.resolve(start())
    this.#stack.defer(async () => {
      const [outcome] = await Promise.allSettled([starting])
      if (outcome.status === 'fulfilled') await end(outcome.value)
    })
    return await starting
  }

  /** Whether all of it is being ended, so that what fails now is no news. */
  get ending(): boolean {
    return this.#stack.disposed
  }

  endAll(): Promise<void> {
    return this.#stack.disposeAsync()
  }
}

/**
 * Runs a command to its end or until Ctrl-C, SIGTERM or SIGHUP, and ends what it holds either way. Further signals change nothing:
 * a terminal, npm and the launcher each hand on the same Ctrl-C.
 */
export async function runInterruptibly(work: (holdings: Holdings) => Promise<number>): Promise<number> {
  const holdings = new Holdings()
  const interrupted = Promise.withResolvers<number>()
  for (const signal of stopSignals) process.on(signal, () => interrupted.resolve(statusOf(signal)))
  // Without its launcher there is nobody left to hand on a signal.
  process.once('disconnect', () => interrupted.resolve(statusOf('SIGTERM')))
  void interrupted.promise.then(() => complain('Stopping …'))
  try {
    return await Promise.race([work(holdings), interrupted.promise])
  } finally {
    await holdings.endAll()
  }
}
