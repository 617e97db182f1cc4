import { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod } from 'ical-generator'
import { calendarAddress } from './addresses.js'
import type { Invitation } from './calendar-event.js'
import { addEvent, startCalendar } from './write-calendar.js'

/**
 * The calendar file of an invitation: METHOD:REQUEST (RFC 5546, 3.2.2) with exactly one attendee, the recipient. RSVP is FALSE, because
 * answers by mail do not reach us: they are given on the personal page, which is the event's URL.
 *
 * @param invitation who invites whom to what.
 * @returns the text of the file, for a text/calendar part with method=REQUEST.
 * @throws CalendarInputError for an unknown zone, times in the wrong order, an address or UID that cannot be written.
 */
export function invitationCalendar(invitation: Invitation): string {
  const calendar = startCalendar(ICalCalendarMethod.REQUEST, [invitation])
  addEvent(calendar, invitation, {
    organizer: calendarAddress(invitation.organizer),
    attendees: [
      {
        ...calendarAddress(invitation.attendee),
        rsvp: false,
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  })
  return calendar.toString()
}
