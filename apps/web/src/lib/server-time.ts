import type { Instant } from './api/types.js'

/** What a kept answer is told of the time: its body says when it was made, its header when it was sent. */
const timing = /(?:^|,)\s*now;dur=(\d{1,15})/

/** When an answer was sent, as its Server-Timing header says; a cache that kept it says for how long. */
export function sentAt(headers: Headers): Instant | null {
  const milliseconds = timing.exec(headers.get('server-timing') ?? '')?.[1]
  const age = Number(headers.get('age') ?? 0) || 0
  return milliseconds === undefined ? null : new Date(Number(milliseconds) + age * 1000).toISOString()
}

/** The same of the page that this visit began with, by now. Browsers tell it on secure pages only. */
export function pageTime(): Instant | null {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const sent = page?.serverTiming?.find(({ name }) => name === 'now')?.duration
  return page && sent ? new Date(sent + performance.now() - page.responseStart).toISOString() : null
}
