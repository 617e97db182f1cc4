import { Paragraph } from '../components/index.js'
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
  Body: (mail) => (
    <EventLetter mail={mail} says={['revoked', `reason.${mail.params.reason}`, 'mistake']} to={mail.links.personal}>
      {mail.params.note && (
        <Paragraph>
          <bdi>{mail.params.note}</bdi>
        </Paragraph>
      )}
    </EventLetter>
  ),
  calendar: (mail, addresses) => mailCalendar('CANCEL', mail, addresses),
}
