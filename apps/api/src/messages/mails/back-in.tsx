import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

/** An application that was set aside takes part again. */
export const backIn: MailTemplate<EventParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['back', 'sorry']} to={mail.links.personal} />,
}
