import { useEffect, useState } from 'react'
import type { Instant } from './api/types.js'

/**
 * The server's time, ticking: what it said when it answered plus what has passed since. A phone's own clock may be wrong, and a trial installation's
 * clock is moved on purpose.
 */
export function useNow(serverNow: Instant, everyMilliseconds = 10_000): number {
  const server = new Date(serverNow).getTime()
  const [now, setNow] = useState(server)
  useEffect(() => {
    const start = performance.now()
    const tick = () => setNow(server + performance.now() - start)
    tick()
    const timer = setInterval(tick, everyMilliseconds)
    return () => clearInterval(timer)
  }, [server, everyMilliseconds])
  return Math.max(now, server)
}
