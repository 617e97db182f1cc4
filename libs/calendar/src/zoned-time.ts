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
 * Whether the wall clock shows this time twice, in the night when clocks go back. RFC 5545, 3.3.5 takes the first of the two, some programs
 * take the second, so such a time is better written in UTC.
 */
export function isAmbiguous(time: DateTime): boolean {
  return time.getPossibleOffsets().length > 1
}
