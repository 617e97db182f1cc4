import type { Instant } from '#calendar'
import type { Locale } from './mail-template.js'

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' }

const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const shortDay = { day: 'numeric', month: 'long' } as const
const hourAndMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** Making a formatter takes a hundred times longer than using it. There are as many as languages, zones and shapes. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, timeZone: string, instant: Instant, shape: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${timeZone} ${Object.keys(shape).join(' ')}`
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(tags[locale], { ...shape, timeZone })
  formatters.set(key, formatter)
  return formatter.format(Date.parse(instant))
}

/** `Sunday 30 May 2027`, `zondag 30 mei 2027`, as the event's clocks read. */
export function dayOf(locale: Locale, timeZone: string, instant: Instant): string {
  return format(locale, timeZone, instant, longDay).replace(',', '')
}

/** `30 May`, `30 mei`. */
export function shortDayOf(locale: Locale, timeZone: string, instant: Instant): string {
  return format(locale, timeZone, instant, shortDay)
}

/** `18:00`, and in Dutch `18.00`. */
export function hourOf(locale: Locale, timeZone: string, instant: Instant): string {
  const hour = format(locale, timeZone, instant, hourAndMinute)
  return locale === 'nl' ? hour.replace(':', '.') : hour
}

/** The city by which an IANA zone is known: `Europe/Amsterdam` → `Amsterdam`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
