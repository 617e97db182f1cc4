import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

/** The address is proven from another browser than the one that applied: this link replaces the one on the receipt. */
export const linkAgain: MailTemplate<EventParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['confirmed', 'keep']} to={mail.links.personal} />,
}
