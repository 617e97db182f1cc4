import { useEffect, useState } from 'react'
import type { Instant } from './api/types.js'

const longestTimer = 2 ** 31 - 1

/** Whether a moment has passed by the server's clock; turns true at that moment, without anybody asking. */
export function useIsOver(moment: Instant, serverNow: Instant): boolean {
  const wait = new Date(moment).getTime() - new Date(serverNow).getTime()
  const [passed, setPassed] = useState<string | null>(null)
  const key = `${moment} ${serverNow}`
  useEffect(() => {
    if (wait <= 0 || wait > longestTimer) return
    const timer = setTimeout(() => setPassed(key), wait)
    return () => clearTimeout(timer)
  }, [wait, key])
  return wait <= 0 || passed === key
}
