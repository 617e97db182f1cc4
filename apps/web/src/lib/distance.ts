import type { Instant, Locale } from './api/types.js'
import { daysBetween } from './time.js'

const formats = new Map<Locale, Intl.RelativeTimeFormat>()

function formatOf(locale: Locale): Intl.RelativeTimeFormat {
  const known = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  formats.set(locale, known)
  return known
}

const minute = 60_000
const hour = 60 * minute

/**
 * How far an instant is away, as people say it: "in 2 days", "tomorrow", "in 3 hours", "40 seconds ago". Days are counted on the calendar of the zone.
 * Only beside the date itself, or where the distance is the point.
 */
export function formatDistance(to: Instant, from: Instant, timeZone: string, locale: Locale): string {
  const format = formatOf(locale)
  const away = new Date(to).getTime() - new Date(from).getTime()
  const size = Math.abs(away)
  if (size < minute) return format.format(Math.trunc(away / 1000), 'second')
  if (size < 90 * minute) return format.format(Math.trunc(away / minute), 'minute')
  const days = daysBetween(from, to, timeZone)
  return days === 0 || size < 12 * hour ? format.format(Math.trunc(away / hour), 'hour') : format.format(days, 'day')
}
