import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

export interface ApplicationAgainParams extends EventParams {
  readonly withdrawn: boolean
  /** The group that the second application was to join, when the first can do so; the link then leads there. */
  readonly groupId?: string | null
}

/** Somebody applied a second time with an address that is confirmed: its owner gets the link to the page again. */
export const applicationAgain: MailTemplate<ApplicationAgainParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => (
    <EventLetter
      mail={mail}
      says={['again', mail.params.withdrawn ? 'withdrawn' : 'stands', ...(mail.params.groupId ? ['group'] : [])]}
      to={mail.links.personal}
    />
  ),
}
