import type { Locale } from '../http/index.js'

const TAGS: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' }

function format(locale: Locale, timeZone: string, instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone }).format(instant)
}

/** "Sunday 30 May 2027", "zondag 30 mei 2027", as the event's own calendar reads. */
export function longDay(locale: Locale, timeZone: string, instant: Date): string {
  return format(locale, timeZone, instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '')
}

/** "18:00", and in Dutch "18.00". */
export function clockTime(locale: Locale, timeZone: string, instant: Date): string {
  const time = format('en', timeZone, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return locale === 'nl' ? time.replace(':', '.') : time
}

/** "3" and "9 May" when both lie in one month, else "29 April" and "9 May". */
export function dayRange(locale: Locale, timeZone: string, from: Date, to: Date): { from: string; to: string } {
  const month = (instant: Date) => format(locale, timeZone, instant, { month: 'long', year: 'numeric' })
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' }
  const first = format(locale, timeZone, from, month(from) === month(to) ? { day: 'numeric' } : day)
  return { from: first, to: format(locale, timeZone, to, day) }
}
