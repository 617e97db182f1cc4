import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

export interface AppealRefusedParams extends EventParams {
  /** Why, in the team's own words. */
  readonly answer: string
}

/** The appeal was heard and refused, with an answer. */
export const appealRefused: MailTemplate<AppealRefusedParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['heard', { quote: mail.params.answer }, 'thanks']} to={mail.links.personal} />,
}
