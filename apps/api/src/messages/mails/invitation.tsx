import { SmallPrint } from '../components/index.js'
import type { MailTemplate } from '../mail-template.js'
import { mailCalendar } from '../mail-calendar.js'
import { shortDayOf } from '../mail-times.js'
import { EventLetter, eventValues, momentValues, numberIn, together } from './event-letter.js'
import type { SeatParams } from './seat-params.js'

export interface InvitationParams extends SeatParams {
  readonly deadline: string
  /** Null for a seat beside the draw. */
  readonly rank: number | null
  readonly total: number
}

/** There is a seat: the mail that most of this is about. The event comes with it as a calendar file. */
export const invitation: MailTemplate<InvitationParams> = {
  links: ['personal'],
  values: (params, locale) => ({
    ...eventValues(params, locale),
    rank: numberIn(locale, params.rank ?? 0),
    total: numberIn(locale, params.total),
    ...momentValues('deadline', params.deadline, params.event.timeZone, locale),
    deadlineShort: shortDayOf(locale, params.event.timeZone, params.deadline),
  }),
  Body: (mail) => (
    <EventLetter
      mail={mail}
      says={[mail.params.rank === null ? 'beside' : 'drawn', 'coming', 'answer', ...together(mail)]}
      to={mail.links.personal}
      stampFact={mail.t('answerBy')}
      below={<SmallPrint>{mail.t('calendar')}</SmallPrint>}
    />
  ),
  calendar: (mail, addresses) => mailCalendar('REQUEST', mail, addresses),
}

/** The same offer for a seat that somebody else gave back; its texts tell the difference. */
export const promoted: MailTemplate<InvitationParams> = invitation
