import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

/** The day after, to those who came: thanks, and a few questions. */
export const thanksCame: MailTemplate<EventParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['thanks', 'survey']} to={`${mail.links.personal}#survey`} />,
}

/** To those who had a seat and were not seen; its texts tell the difference. */
export const thanksMissed: MailTemplate<EventParams> = thanksCame
