import type { MailTemplate } from '../mail-template.js'
import { mailCalendar } from '../mail-calendar.js'
import { EventLetter, eventValues } from './event-letter.js'
import type { SeatParams } from './seat-params.js'

export interface RevokedParams extends SeatParams {
  readonly reason: 'house-rules' | 'ineligible' | 'duplicate' | 'other'
  /** What the organizer adds in her own words. */
  readonly note: string | null
}

/** The organizer took the seat back, and says why. */
export const revoked: MailTemplate<RevokedParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => {
    const { reason, note } = mail.params
    return (
      <EventLetter
        mail={mail}
        says={['revoked', `reason.${reason}`, ...(note ? [{ quote: note }] : []), 'appeal']}
        to={mail.links.personal}
      />
    )
  },
  calendar: (mail, addresses) => mailCalendar('CANCEL', mail, addresses),
}
