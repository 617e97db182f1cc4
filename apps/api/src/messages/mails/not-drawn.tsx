import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues, numberIn, together } from './event-letter.js'

export interface NotDrawnParams extends EventParams {
  readonly rank: number
  readonly total: number
  /** The place in the line of those who still wait, from 1. */
  readonly place: number
}

/** After the draw, to whoever has no seat yet: the rank, and what may still happen. */
export const notDrawn: MailTemplate<NotDrawnParams> = {
  links: ['personal'],
  values: (params, locale) => ({
    ...eventValues(params, locale),
    rank: numberIn(locale, params.rank),
    total: numberIn(locale, params.total),
    place: numberIn(locale, params.place),
  }),
  Body: (mail) => (
    <EventLetter mail={mail} says={['sorry', 'still', ...together(mail)]} to={mail.links.personal} stampFact={mail.t('ofTotal')} />
  ),
}
