import { DateTime, IANAZone } from 'luxon'
import type { Instant } from './calendar-event.js'
import { CalendarInputError } from './calendar-input-error.js'

/**
 * The only way for a time into a calendar file. The writer turns a Date with a zone into the wall clock of the *server*; a DateTime that
 * already lies in the zone comes out right everywhere.
 */
export function zonedTime(instant: Instant, timeZone: string): DateTime {
  checkZone(timeZone)
  const time = DateTime.fromISO(instant, { setZone: true })
  if (!time.isValid || !/(?:Z|[+-]\d\d:?\d\d)$/i.test(instant)) {
    throw new CalendarInputError(`${JSON.stringify(instant)} is no point in time; one looks like 2027-05-30T16:00:00Z.`)
  }
  return time.setZone(timeZone)
}

/** Throws CalendarInputError when the zone is no IANA time zone. */
export function checkZone(timeZone: string): void {
  if (!/^[A-Za-z0-9_+\-/]{2,64}$/.test(timeZone) || !IANAZone.isValidZone(timeZone)) {
    throw new CalendarInputError(`${JSON.stringify(timeZone)} is no time zone; one looks like Europe/Amsterdam.`)
  }
}

/**
 * Whether a wall clock reading names another, earlier moment than this one: in the night when clocks go back, an hour happens twice, and a
 * local time in a calendar file means the first (RFC 5545, 3.3.5).
 */
export function isSecondOfTwo(time: DateTime): boolean {
  const before = time.minus({ hours: 3 }).offset
  return before > time.offset && time.minus({ minutes: before - time.offset }).offset === before
}
