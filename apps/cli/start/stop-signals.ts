import { say } from '../terminal/say.js'

/** The terminal tells every process of a command, and npm and our launcher hand it on: all of that is one wish to stop. */
const sameWish = 1000
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Waits until this process is asked to end: by Ctrl-C, by SIGTERM, because the terminal was closed or the launcher is gone.
 * The signals are listened to for good, as the next one would otherwise end the process in the middle of stopping.
 */
export async function untilAskedToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve())
    process.once('disconnect', () => resolve())
  })
}

/** From now on a further wish to stop calls the function: the person does not want to wait. */
export function onSecondWish(hurry: () => void): void {
  const first = performance.now()
  for (const signal of signals)
    process.on(signal, () => {
      if (performance.now() - first < sameWish) return
      say('Stopping at once.')
      hurry()
    })
}
