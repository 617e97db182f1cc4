import { ICalCalendarMethod } from 'ical-generator'
import { agendaText } from './agenda-text.js'
import type { AttendeeEvent } from './calendar-event.js'
import { addEvent, startCalendar } from './write-calendar.js'

/**
 * The file behind "Add to my calendar": METHOD:PUBLISH with one entry for the whole event, since that is what people expect of one press;
 * the agenda stands in its description.
 *
 * @param event the facts, under the same UID as the invitation's, so that a calendar that has that one already changes it.
 * @returns the text of the file.
 * @throws CalendarInputError for an unknown zone, times in the wrong order, a UID that cannot be written.
 */
export function eventCalendar(event: AttendeeEvent): string {
  const description = [event.description, agendaText(event.agenda, event.timeZone)].filter((part) => part !== '').join('\n\n')
  const calendar = startCalendar(ICalCalendarMethod.PUBLISH, [event])
  addEvent(calendar, { ...event, description }, { cancelled: event.cancelled })
  return calendar.toString()
}
