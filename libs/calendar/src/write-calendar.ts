import ical, {
  type ICalCalendar,
  type ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { DateTime } from 'luxon'
import { calendarUrl } from './addresses.js'
import type { CalendarEvent } from './calendar-event.js'
import { CalendarInputError } from './calendar-input-error.js'
import { checkUid } from './calendar-uid.js'
import { plainLine, plainText } from './plain-text.js'
import { timeZoneBlock } from './time-zone-block.js'
import { isAmbiguous, zonedTime } from './zoned-time.js'

const PRODUCT = '//Tweetup//Tweetup//EN'

/** What a VEVENT says beyond the facts that all files share. */
export type EventExtras = Pick<ICalEventData, 'organizer' | 'attendees'> & { cancelled?: boolean; transparent?: boolean }

/** A calendar file under construction; its toString() is the text of the file, lines ended by CRLF. */
export function startCalendar(method: ICalCalendarMethod, events: readonly CalendarEvent[]): ICalCalendar {
  const times = new Map<string, DateTime[]>()
  for (const event of events) {
    const zone = times.get(event.timeZone) ?? []
    times.set(event.timeZone, [...zone, ...zonedTimes(event)])
  }
  // The zone stays with the events: a calendar with a zone of its own would write DTSTAMP in local time, which RFC 5545 3.8.7.2 forbids.
  const generator = (zone: string) => timeZoneBlock(zone, times.get(zone) ?? [])
  return ical({ method, prodId: PRODUCT, timezone: { name: null, generator } })
}

/** Adds one VEVENT. */
export function addEvent(calendar: ICalCalendar, event: CalendarEvent, extras: EventExtras = {}): void {
  const { cancelled = false, transparent = false, ...people } = extras
  const [start, end] = zonedTimes(event)
  const stamp = zonedTime(event.stamp, 'UTC')
  const location = plainLine(event.location)
  calendar.createEvent({
    id: checkUid(event.uid),
    sequence: event.sequence,
    stamp,
    lastModified: stamp,
    start,
    end,
    timezone: isAmbiguous(start) || isAmbiguous(end) ? null : event.timeZone,
    summary: plainLine(event.title),
    description: plainText(event.description),
    ...(location === '' ? {} : { location }),
    url: calendarUrl(event.url),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled || transparent ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    ...people,
  })
}

function zonedTimes(event: CalendarEvent): [start: DateTime, end: DateTime] {
  const start = zonedTime(event.startsAt, event.timeZone)
  const end = zonedTime(event.endsAt, event.timeZone)
  if (end < start) throw new CalendarInputError(`An event cannot end (${event.endsAt}) before it starts (${event.startsAt}).`)
  return [start, end]
}
