import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

export interface ApplicationAgainParams extends EventParams {
  readonly withdrawn: boolean
}

/** Somebody applied a second time with an address that is confirmed: its owner gets the link to the page again. */
export const applicationAgain: MailTemplate<ApplicationAgainParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['again', mail.params.withdrawn ? 'withdrawn' : 'stands']} to={mail.links.personal} />,
}
