import { CalendarInputError } from './calendar-input-error.js'

/**
 * The UID under which calendars recognise an event again (RFC 5545, 3.8.4.7; RFC 7986, 5.3).
 *
 * @param id what it stands for, unique in this installation: the application's id, so that two people who share a calendar keep both invitations.
 * @param host the host name of the installation.
 * @returns `id@host`, printable ASCII.
 * @throws CalendarInputError when either part could not stand on a line of its own.
 */
export function calendarUid(id: string, host: string): string {
  return checkUid(`${id}@${host}`)
}

/** The writer puts a UID on its line as it is, so nothing but printable ASCII may pass. */
export function checkUid(uid: string): string {
  if (/^[\x21-\x7e]{3,255}$/.test(uid)) return uid
  throw new CalendarInputError(`The calendar UID ${JSON.stringify(uid)} must be 3 to 255 printable ASCII characters without spaces.`)
}
