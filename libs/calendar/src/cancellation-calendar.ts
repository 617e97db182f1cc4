import { ICalAttendeeRole, ICalAttendeeType, ICalCalendarMethod } from 'ical-generator'
import { calendarAddress } from './addresses.js'
import type { Invitation } from './calendar-event.js'
import { addEvent, startCalendar } from './write-calendar.js'

/**
 * The calendar file that takes an invitation back: METHOD:CANCEL (RFC 5546, 3.2.5) under the same UID, with a sequence above the one before.
 *
 * @param invitation the facts as they were, with the new sequence and stamp.
 * @returns the text of the file, for a text/calendar part with method=CANCEL.
 * @throws CalendarInputError as invitationCalendar().
 */
export function cancellationCalendar(invitation: Invitation): string {
  const calendar = startCalendar(ICalCalendarMethod.CANCEL, [invitation])
  addEvent(calendar, invitation, {
    cancelled: true,
    organizer: calendarAddress(invitation.organizer),
    attendees: [{ ...calendarAddress(invitation.attendee), role: ICalAttendeeRole.REQ, type: ICalAttendeeType.INDIVIDUAL }],
  })
  return calendar.toString()
}
