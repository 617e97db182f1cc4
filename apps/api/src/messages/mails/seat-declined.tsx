import type { MailTemplate } from '../mail-template.js'
import { mailCalendar } from '../mail-calendar.js'
import { EventLetter, eventValues } from './event-letter.js'
import type { SeatParams } from './seat-params.js'

/** After a no: thanks, and the calendar entry goes. */
export const seatDeclined: MailTemplate<SeatParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['thanks', 'moved']} to={mail.params.event.url} />,
  calendar: (mail, addresses) => mailCalendar('CANCEL', mail, addresses),
}

/** After a yes that was taken back; its texts tell the difference. */
export const seatReturned: MailTemplate<SeatParams> = seatDeclined
