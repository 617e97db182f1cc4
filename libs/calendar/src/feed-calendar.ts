import { ICalCalendarMethod } from 'ical-generator'
import { inOrder } from './agenda-text.js'
import type { AgendaSession, CalendarEvent, CalendarFeed } from './calendar-event.js'
import { plainLine } from './plain-text.js'
import { addEvent, startCalendar } from './write-calendar.js'

/**
 * The calendar that programs subscribe to: the event, and each session of its agenda as an entry of its own that does not make anybody busy
 * a second time. The same facts give the same bytes, so that an ETag over them holds.
 *
 * @param feed the facts; when cancelled, the event is crossed out and the sessions are left out.
 * @returns the text of the file.
 * @throws CalendarInputError for an unknown zone, times in the wrong order, a UID that cannot be written.
 */
export function feedCalendar(feed: CalendarFeed): string {
  const sessions = feed.cancelled ? [] : sessionEvents(feed)
  const calendar = startCalendar(ICalCalendarMethod.PUBLISH, [feed, ...sessions])
  // The writer leaves the name as it is, so it must be escaped here (RFC 5545, 3.3.11).
  calendar.name(plainLine(feed.name).replace(/[\\;,]/g, String.raw`\$&`))
  calendar.ttl(feed.refreshMinutes * 60)
  addEvent(calendar, feed, { cancelled: feed.cancelled })
  for (const session of sessions) addEvent(calendar, session, { transparent: true })
  return calendar.toString()
}

function sessionEvents(feed: CalendarFeed): CalendarEvent[] {
  return inOrder(feed.agenda).map((session, at, sessions) => ({
    ...feed,
    uid: session.uid,
    startsAt: session.startsAt,
    endsAt: sessionEnd(session, sessions[at + 1], feed),
    title: session.title,
    description: [session.speaker, session.note].filter((part) => part !== null && part !== '').join('\n'),
    location: session.place ? `${session.place}, ${feed.location}` : feed.location,
  }))
}

function sessionEnd(session: AgendaSession, next: AgendaSession | undefined, feed: CalendarFeed): string {
  if (session.endsAt !== null) return session.endsAt
  const end = next?.startsAt ?? feed.endsAt
  // Two sessions at one time, or one after the end of the event: it is an instant then.
  return Date.parse(end) < Date.parse(session.startsAt) ? session.startsAt : end
}
