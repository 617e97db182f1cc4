import { say } from '../terminal/say.js'

/** npm hands a Ctrl-C on to a process that the terminal has already told; both are one wish to stop. */
const sameWish = 1000

/** Waits until this process is asked to end: by Ctrl-C, by SIGTERM, or because the launcher is gone. */
export async function untilAskedToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    process.once('disconnect', () => resolve())
  })
}

/** From now on a further wish to stop calls the function: the person does not want to wait. */
export function onSecondWish(hurry: () => void): void {
  const first = performance.now()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (performance.now() - first < sameWish) return
      say('Stopping at once.')
      hurry()
    })
}
