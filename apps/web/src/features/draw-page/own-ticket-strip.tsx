import { Barcode, classNames, Ticket, TicketLabel, TicketTitle } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { useResource } from '../../lib/use-resource.js'
import { getTickets } from './api/draw.js'
import styles from './own-ticket-strip.module.css'

type Props = {
  event: PublicEvent
  number: string
  head: string | null /** On a desk the row in the order is in sight. */
  phoneOnly: boolean
}

/** My own ticket, on top: what became of it, and the way to its row. */
export function OwnTicketStrip({ event, number, head, phoneOnly }: Props) {
  const t = useText('draw')
  const { data } = useResource(`${event.slug}/${number}/${head}`, null, (signal) =>
    getTickets(event.organization.slug, event.slug, { ticket: number.replace('-', '') }, signal),
  )
  const ticket = data?.items.find(({ ticketNumber }) => ticketNumber === number)
  if (!ticket) return null
  return (
    <Ticket
      label={t('own.label', { number })}
      className={classNames(styles.strip, phoneOnly && styles.phoneOnly)}
      mainClassName={styles.main}
      stubClassName={styles.stub}
      stub={
        ticket.rank === null ? (
          <Barcode number={number} />
        ) : (
          <a href="#order" className={styles.show}>
            {t('own.show')}
          </a>
        )
      }
    >
      <TicketLabel>{t.rich('own.number', { number: <span className="mono">{number}</span> })}</TicketLabel>
      <TicketTitle className={styles.title}>
        {ticket.rank === null
          ? t('own.entered')
          : t('own.rank', { rank: ticket.rank, state: t(`state.${ticket.state}`).toLocaleLowerCase() })}
      </TicketTitle>
    </Ticket>
  )
}
