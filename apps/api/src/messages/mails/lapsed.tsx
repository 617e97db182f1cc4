import type { MailTemplate } from '../mail-template.js'
import { mailCalendar } from '../mail-calendar.js'
import { EventLetter, eventValues, momentValues } from './event-letter.js'
import type { SeatParams } from './seat-params.js'

export interface LapsedParams extends SeatParams {
  readonly deadline: string
}

/** The deadline passed without an answer. */
export const lapsed: MailTemplate<LapsedParams> = {
  links: ['personal'],
  values: (params, locale) => ({
    ...eventValues(params, locale),
    ...momentValues('deadline', params.deadline, params.event.timeZone, locale),
  }),
  Body: (mail) => <EventLetter mail={mail} says={['silence', 'hope']} to={mail.links.personal} />,
  calendar: (mail, addresses) => mailCalendar('CANCEL', mail, addresses),
}
