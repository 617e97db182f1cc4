import type { CalendarPerson } from './calendar-event.js'
import { CalendarInputError } from './calendar-input-error.js'
import { plainLine } from './plain-text.js'

const UNSAFE_IN_MAILTO = /[^A-Za-z0-9@.!#$&'*+/=?^_`{|}~-]/gu

/** Name and address as the calendar writer wants them; the address is encoded for a mailto: URI (RFC 6068). */
export function calendarAddress(person: CalendarPerson): { name: string; email: string } {
  const email = person.email.trim()
  if (!/^[^\s@]+@[^\s@]+$/u.test(email) || /\p{Cc}/u.test(email) || !email.isWellFormed()) {
    throw new CalendarInputError(
      `${JSON.stringify(person.email)} cannot be written into a calendar file; an address like name@example.org can.`,
    )
  }
  // Parameters can quote a quotation mark (RFC 6868), but many calendars do not know how to read that.
  const name = plainLine(person.name).replaceAll('"', '”')
  return { name: name || email, email: email.replace(UNSAFE_IN_MAILTO, encodeURIComponent) }
}

/** An http(s) address in the form that needs no escaping in a calendar file. */
export function calendarUrl(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new CalendarInputError(`${JSON.stringify(url)} cannot be linked from a calendar file; an http or https address can.`)
  }
  return parsed.href.replace(/[,;\\]/g, encodeURIComponent)
}
