import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

export interface SetAsideParams extends EventParams {
  readonly reason: 'duplicate' | 'ineligible' | 'house-rules' | 'other'
  /** What the team adds in its own words. */
  readonly note: string | null
}

/** Before the list was frozen the team set an application aside: why, and that a person reads the answer. */
export const setAside: MailTemplate<SetAsideParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => {
    const { reason, note } = mail.params
    return <EventLetter mail={mail} says={['aside', reason, ...(note ? [{ quote: note }] : []), 'mistake']} to={mail.links.personal} />
  },
}
