import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues, guarded, NoMail } from './event-letter.js'

/** At the close, to an address that was never confirmed: why its ticket did not take part. */
export const notConfirmed: MailTemplate<EventParams> = {
  links: ['noMail'],
  values: (params, locale) => eventValues(guarded(params), locale),
  Body: (mail) => (
    <EventLetter
      mail={{ ...mail, params: guarded(mail.params) }}
      says={['closed', 'kept']}
      to={mail.params.event.url}
      below={<NoMail mail={mail} />}
    />
  ),
}
