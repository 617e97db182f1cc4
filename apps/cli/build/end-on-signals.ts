import { statusOf, stopSignals } from '../terminal/interruptible.js'

/** While the work runs, a signal that nobody listens to ends this process as it would anyway, but lets it clean up at its exit. */
export async function endingOnSignals<T>(work: () => Promise<T>): Promise<T> {
  const unheard = stopSignals.filter((signal) => process.listenerCount(signal) === 0)
  const end = (signal: NodeJS.Signals) => process.exit(statusOf(signal))
  for (const signal of unheard) process.on(signal, end)
  try {
    return await work()
  } finally {
    for (const signal of unheard) process.off(signal, end)
  }
}
