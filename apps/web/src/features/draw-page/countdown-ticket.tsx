import { Ticket, TicketLabel } from '../../components/index.js'
import type { Instant, PublicDraw, PublicEvent } from '../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import { TimeLeft } from '../event-parts/index.js'
import styles from './countdown-ticket.module.css'

/** Between seal and draw: how long until the number exists, and under which round it will. */
export function CountdownTicket({ event, draw, roundTime }: { event: PublicEvent; draw: PublicDraw; roundTime: Instant }) {
  const t = useText('draw')
  const locale = useLocale()
  return (
    <Ticket
      label={t('countdown.label')}
      className={styles.ticket}
      mainClassName={styles.main}
      stubClassName={styles.stub}
      stub={
        draw.round !== null && (
          <p>
            <TicketLabel>{t('countdown.round')}</TicketLabel>
            <span className="mono">{formatNumber(draw.round)}</span>
          </p>
        )
      }
    >
      <TicketLabel>{t('countdown.label')}</TicketLabel>
      <TimeLeft until={roundTime} now={event.now} />
      <p className="small soft">{formatMoment(roundTime, event.timeZone, locale)}</p>
    </Ticket>
  )
}
