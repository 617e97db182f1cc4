import type { Instant, Locale } from './api/types.js'

const formats = new Map<string, Intl.DateTimeFormat>()

type PartName = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second'

function partsOf(instant: Instant, timeZone: string, locale: Locale, options: Intl.DateTimeFormatOptions): Record<PartName, string> {
  const name = JSON.stringify([locale, timeZone, options])
  const format =
    formats.get(name) ?? new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { ...options, timeZone, hourCycle: 'h23' })
  formats.set(name, format)
  return Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value])) as Record<PartName, string>
}

type DayStyle = { weekday?: 'long' | 'short' | 'none'; month?: 'long' | 'short'; year?: boolean }

/** "Sunday 30 May 2027", "zo 30 mei": put together from parts, so that both languages read alike in every browser. */
export function formatDay(
  instant: Instant,
  timeZone: string,
  locale: Locale,
  { weekday = 'long', month = 'long', year = false }: DayStyle = {},
): string {
  const parts = partsOf(instant, timeZone, locale, {
    weekday: weekday === 'none' ? undefined : weekday,
    day: 'numeric',
    month,
    year: 'numeric',
  })
  return [parts.weekday, parts.day, parts.month, year ? parts.year : undefined].filter(Boolean).join(' ')
}

/** "18:00" in English, "18.00" in Dutch. */
export function formatTime(instant: Instant, timeZone: string, locale: Locale, { seconds = false } = {}): string {
  const { hour, minute, second } = partsOf(instant, timeZone, locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return [hour, minute, ...(seconds ? [second] : [])].join(locale === 'nl' ? '.' : ':')
}

/** The hour on the clocks of the zone, from 0 to 23. */
export const hourOf = (instant: Instant, timeZone: string): number => Number(partsOf(instant, timeZone, 'en', { hour: '2-digit' }).hour)

/** "Friday 14 May, 20:00". */
export function formatMoment(instant: Instant, timeZone: string, locale: Locale, style: DayStyle = {}): string {
  return `${formatDay(instant, timeZone, locale, style)}, ${formatTime(instant, timeZone, locale)}`
}

/** "04 05 27", as a postmark has it. */
export function formatPostmark(instant: Instant, timeZone: string): string {
  const { day, month, year } = partsOf(instant, timeZone, 'en', { day: '2-digit', month: '2-digit', year: '2-digit' })
  return `${day} ${month} ${year}`
}

/** The place a time zone is named after: "Amsterdam", "Buenos Aires", "UTC". */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

export const isSameDay = (one: Instant, other: Instant, timeZone: string): boolean =>
  formatDay(one, timeZone, 'en', { year: true }) === formatDay(other, timeZone, 'en', { year: true })

/** Calendar days from one instant to another, as the event's place counts them: today 0, tomorrow 1. */
export function daysBetween(from: Instant, to: Instant, timeZone: string): number {
  const midnight = (instant: Instant) => {
    const { year, month, day } = partsOf(instant, timeZone, 'en', { year: 'numeric', month: '2-digit', day: '2-digit' })
    return Date.UTC(Number(year), Number(month) - 1, Number(day))
  }
  return Math.round((midnight(to) - midnight(from)) / 86_400_000)
}

export type TimeLeft = { days: number; hours: number; minutes: number; total: number }

/** What is left until an instant, whole minutes; all zero once it is over. */
export function timeLeft(until: Instant, nowMilliseconds: number): TimeLeft {
  const total = Math.max(0, new Date(until).getTime() - nowMilliseconds)
  const minutes = Math.floor(total / 60_000)
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60, total }
}
