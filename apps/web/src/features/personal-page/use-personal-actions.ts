import { useState } from 'react'
import { Problem } from '../../lib/api/problem.js'
import type { PersonalPage } from '../../lib/api/types.js'

/** Runs one act on the personal page at a time, shows the page it answers with, and keeps the reason when it was refused. */
export function usePersonalActions(show: (me: PersonalPage) => void, reload: () => Promise<void>) {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function run<T>(name: string, act: () => Promise<T>): Promise<T | null> {
    setBusy(name)
    setProblem(null)
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
      // Refused because things stand differently by now: show how they stand.
      if ([404, 409, 410, 412].includes(error.status)) await reload()
      return null
    } finally {
      setBusy(null)
    }
  }

  /** True when it was done. */
  async function change(name: string, act: () => Promise<PersonalPage>): Promise<boolean> {
    const me = await run(name, act)
    if (me) show(me)
    return me !== null
  }

  return { busy, problem, run, change, dismiss: () => setProblem(null) }
}

export type PersonalActions = ReturnType<typeof usePersonalActions>
