import { DateTime } from 'luxon'
import { checkZone } from './zoned-time.js'

/**
 * Tells whether a wall clock reading names exactly one moment in a zone.
 *
 * @param local "2027-03-28T02:30", as a date and time field gives it.
 * @param timeZone IANA name.
 * @returns 'missing' when the clocks jump over it, 'twice' when it happens two times, null when all is well.
 * @throws CalendarInputError when the zone is unknown.
 */
export function localTimeProblem(local: string, timeZone: string): 'missing' | 'twice' | null {
  checkZone(timeZone)
  const time = DateTime.fromISO(local, { zone: timeZone })
  if (time.toFormat("yyyy-MM-dd'T'HH:mm") !== local.slice(0, 16)) return 'missing'
  return time.getPossibleOffsets().length > 1 ? 'twice' : null
}
