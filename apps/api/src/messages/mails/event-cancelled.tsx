import type { EventParams } from '../event-params.js'
import { mailCalendar } from '../mail-calendar.js'
import type { MailProps, MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'
import type { SeatParams } from './seat-params.js'

export interface EventCancelledParams extends EventParams {
  /** Why, in the organizer's own words. */
  readonly reason: string
}

export interface SeatCancelledParams extends SeatParams {
  readonly reason: string
}

function Body(mail: MailProps<EventCancelledParams>) {
  return <EventLetter mail={mail} says={['cancelled', { quote: mail.params.reason }, 'nothing']} to={mail.params.event.url} />
}

/** The event will not take place: for everybody who applied. */
export const eventCancelled: MailTemplate<EventCancelledParams> = { links: [], values: eventValues, Body }

/** The same for those who hold a seat: their calendars cross it out too. */
export const seatCancelled: MailTemplate<SeatCancelledParams> = {
  links: ['personal'],
  values: eventValues,
  Body,
  calendar: (mail, addresses) => mailCalendar('CANCEL', mail, addresses),
}
