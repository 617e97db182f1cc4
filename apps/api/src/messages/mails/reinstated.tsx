import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

/** The appeal was granted: the ticket is back at its old place. */
export const reinstated: MailTemplate<EventParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['sorry', 'back', 'seat']} to={mail.links.personal} />,
}
