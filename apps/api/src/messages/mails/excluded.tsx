import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'
import type { RevokedParams } from './revoked.js'

export interface ExcludedParams extends EventParams, Pick<RevokedParams, 'reason' | 'note'> {}

/** Two members took a ticket out of the draw that held no seat: why, and how to appeal. */
export const excluded: MailTemplate<ExcludedParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => {
    const { reason, note } = mail.params
    return (
      <EventLetter
        mail={mail}
        says={['excluded', `mails:revoked.reason.${reason}`, ...(note ? [{ quote: note }] : []), 'mails:revoked.appeal']}
        to={mail.links.personal}
      />
    )
  },
}
