import { useEffect, useMemo, useState } from 'react'
import type { Instant } from './api/types.js'

/**
 * The server's time, ticking: what it said when it answered plus what has passed since. A phone's own clock may be wrong, and a trial installation's
 * clock is moved on purpose.
 */
export function useNow(serverNow: Instant, everyMilliseconds = 10_000): number {
  const start = useMemo(() => ({ server: new Date(serverNow).getTime(), here: performance.now() }), [serverNow])
  const [now, setNow] = useState(start.server)
  useEffect(() => {
    const tick = () => setNow(start.server + performance.now() - start.here)
    tick()
    const timer = setInterval(tick, everyMilliseconds)
    return () => clearInterval(timer)
  }, [start, everyMilliseconds])
  return Math.max(now, start.server)
}
