import { setTimeout as pause } from 'node:timers/promises'

export interface WaitOptions {
  /** Milliseconds after which waiting is given up. */
  within?: number
  /** Milliseconds between two looks. */
  every?: number
  /** What is waited for, in words, for the error. */
  what?: string
}

/** Looks again and again until there is something to see (neither undefined, null nor false) and answers it. */
export async function waitFor<T>(look: () => T | Promise<T>, options: WaitOptions = {}): Promise<NonNullable<Exclude<T, false>>> {
  const { within = 10_000, every = 25, what = look.toString() } = options
  const deadline = performance.now() + within
  let failure: unknown
  for (;;) {
    try {
      const seen = await look()
      failure = undefined
      if (seen !== undefined && seen !== null && seen !== false) return seen as NonNullable<Exclude<T, false>>
    } catch (error) {
      failure = error
    }
    if (performance.now() > deadline) throw new Error(`Waited ${within} ms in vain for: ${what}`, { cause: failure })
    await pause(every)
  }
}
