import { useEffect, useRef } from 'react'
import type { PublicEvent } from '../../../lib/api/types.js'
import { effortAhead } from '../api/submit-application.js'

/** Asked once the form has been open for a moment: whoever only looks in costs nothing. */
const afterMs = 4000

/**
 * Does what an application from here would be asked while the form is filled in; what it answers hands the solution out, or null while there is none. That it cannot be done
 * ahead is no matter: the server asks when it comes to it.
 */
export function useEffortAhead({ organization, slug, phase }: PublicEvent) {
  const solution = useRef<string | null>(null)
  useEffect(() => {
    if (phase !== 'open') return
    const left = new AbortController()
    const timer = setTimeout(() => {
      solveAhead(organization.slug, slug, left.signal).then(
        (solved) => {
          solution.current = solved
        },
        () => undefined,
      )
    }, afterMs)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [organization.slug, slug, phase])
  /** Hands the solution out, once: it counts for one application. */
  return function takeSolution(): string | null {
    const solved = solution.current
    solution.current = null
    return solved
  }
}

async function solveAhead(organization: string, event: string, left: AbortSignal): Promise<string | null> {
  const { challenge } = await effortAhead(organization, event)
  if (challenge === null || left.aborted) return null
  const { solveBeside } = await import('./solve-beside.js')
  return solveBeside(challenge, () => undefined, left)
}
