import { QuietLink, SmallPrint } from '../components/index.js'
import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues, momentValues } from './event-letter.js'

export interface InvitationAcceptedParams extends EventParams {
  /** Until when the seat can be given back. */
  readonly canChangeUntil: string
}

/** After a yes: where agenda, calendar and badge are. */
export const invitationAccepted: MailTemplate<InvitationAcceptedParams> = {
  links: ['personal'],
  values: (params, locale) => ({
    ...eventValues(params, locale),
    ...momentValues('change', params.canChangeUntil, params.event.timeZone, locale),
  }),
  Body: (mail) => (
    <EventLetter mail={mail} says={['kept', 'page', 'change']} to={mail.links.personal} stampFact={mail.t('stampFact')}>
      <SmallPrint>
        <QuietLink href={`${mail.links.personal}/badge.pdf`} label={mail.t('badge')} accents={mail.accents} />
        {' · '}
        <QuietLink href={`${mail.links.personal}/agenda.pdf`} label={mail.t('agenda')} accents={mail.accents} />
      </SmallPrint>
    </EventLetter>
  ),
}
