import type { Problem } from '../../lib/api/problem.js'

/** Longer than this nobody is kept waiting: she is told instead. */
const longestWait = 120
const longestPause = 30

/**
 * How many seconds to wait before the same request is sent again; null when that would change nothing. By chance a little longer, so that those who
 * were turned away together do not come back together: `chance` is from 0 to 1.
 */
export function pauseAfter(
  { status, retryAfterSeconds }: Pick<Problem, 'status' | 'retryAfterSeconds'>,
  tries: number,
  chance: number,
): number | null {
  if (status === 429) return retryAfterSeconds !== null && retryAfterSeconds <= longestWait ? retryAfterSeconds * (1 + chance / 4) : null
  if (![0, 502, 503, 504].includes(status)) return null
  const pause = Math.min(longestPause, 2 ** (tries + 1))
  return Math.max(retryAfterSeconds ?? 0, pause / 2) + (pause / 2) * chance
}
