import type { Instant } from '#calendar'
import type { Locale } from './mail-template.js'

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' }

function format(locale: Locale, timeZone: string, instant: Instant, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tags[locale], { ...options, timeZone }).format(Date.parse(instant))
}

/** `Sunday 30 May 2027`, `zondag 30 mei 2027`, as the event's clocks read. */
export function dayOf(locale: Locale, timeZone: string, instant: Instant): string {
  return format(locale, timeZone, instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '')
}

/** `30 May`, `30 mei`. */
export function shortDayOf(locale: Locale, timeZone: string, instant: Instant): string {
  return format(locale, timeZone, instant, { day: 'numeric', month: 'long' })
}

/** `18:00`, and in Dutch `18.00`. */
export function hourOf(locale: Locale, timeZone: string, instant: Instant): string {
  const hour = format(locale, timeZone, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return locale === 'nl' ? hour.replace(':', '.') : hour
}

/** The city by which an IANA zone is known: `Europe/Amsterdam` → `Amsterdam`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
