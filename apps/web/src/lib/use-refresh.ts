import { useEffect } from 'react'
import type { Instant } from './api/types.js'

const longestTimer = 2 ** 31 - 1
const grace = 1500

/**
 * Fetches again when something was due to change (`moments`, seen from the server's `now`), and whenever the visitor comes back to the tab: on a page
 * that lives from its phase, yesterday's answer would be a lie.
 */
export function useRefresh(reload: () => Promise<void>, now: Instant | undefined, moments: readonly (Instant | null | undefined)[]): void {
  const next = now && soonestAfter(now, moments)

  useEffect(() => {
    if (next === undefined || next === '' || !now) return
    const wait = Math.min(longestTimer, new Date(next).getTime() - new Date(now).getTime() + grace)
    const timer = setTimeout(() => void reload(), wait)
    return () => clearTimeout(timer)
  }, [next, now, reload])

  useEffect(() => {
    const onReturn = () => document.visibilityState === 'visible' && void reload()
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [reload])
}

function soonestAfter(now: Instant, moments: readonly (Instant | null | undefined)[]): Instant | undefined {
  const later = moments.filter((moment): moment is Instant => Boolean(moment) && new Date(moment as Instant) > new Date(now))
  return later.sort((one, other) => new Date(one).getTime() - new Date(other).getTime())[0]
}

/** Fetches again every few seconds while something is under way on the server. */
export function usePolling(reload: () => Promise<void>, active: boolean, everyMilliseconds = 4000): void {
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => document.visibilityState === 'visible' && void reload(), everyMilliseconds)
    return () => clearInterval(timer)
  }, [reload, active, everyMilliseconds])
}
