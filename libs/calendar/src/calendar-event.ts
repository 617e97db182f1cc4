/** A point in time as RFC 3339 text with an offset ("2027-05-30T16:00:00Z"). Never a Date: see zoned-time.ts. */
export type Instant = string

/** Someone named in a calendar file. */
export interface CalendarPerson {
  /** As people read it; any script, control characters are removed. */
  readonly name: string
  /** A bare address, without "mailto:". */
  readonly email: string
}

/** One gathering, as every calendar file of it says it. */
export interface CalendarEvent {
  /** Stable for the life of the invitation, from calendarUid(). */
  readonly uid: string
  /** 0 at first; one more whenever time or place change, and for the cancellation. */
  readonly sequence: number
  /** When these facts were written down (DTSTAMP, LAST-MODIFIED); the same facts keep the same stamp. */
  readonly stamp: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** IANA name of the zone in which people read the times. */
  readonly timeZone: string
  readonly title: string
  /** Plain text; line breaks are kept. */
  readonly description: string
  /** Venue and address in one line; '' when there is none. */
  readonly location: string
  /** The personal page: http or https. */
  readonly url: string
}

/** An invitation to one person. */
export interface Invitation extends CalendarEvent {
  /** The host's name with the address that the mail is sent from: mail programs compare them. */
  readonly organizer: CalendarPerson
  readonly attendee: CalendarPerson
}

/** One item of the day. */
export interface AgendaSession {
  readonly uid: string
  readonly startsAt: Instant
  /** Without an end the session lasts until the next one, the last one until the end of the event. */
  readonly endsAt: Instant | null
  readonly title: string
  readonly place: string | null
  readonly speaker: string | null
  readonly note: string | null
}

/** What somebody who comes keeps in a calendar. */
export interface AttendeeEvent extends CalendarEvent {
  readonly agenda: readonly AgendaSession[]
  /** True when the event was called off or the seat is gone: calendars then cross it out. */
  readonly cancelled: boolean
}

/** A calendar that programs fetch again and again. */
export interface CalendarFeed extends AttendeeEvent {
  /** The name of the calendar in the list of calendars. */
  readonly name: string
  /** How often a program may ask again. */
  readonly refreshMinutes: number
}
