import { Barcode, Engraving, PersonName, StampField, Ticket, TicketLabel, TicketNumber, TicketTitle } from '../../components/index.js'
import type { PublicEvent, StampMark } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay, formatTime } from '../../lib/time.js'
import styles from './application-ticket.module.css'

type Props = {
  event: PublicEvent
  name: string
  number: string
  stamps: readonly StampMark[] /** Lets the newest stamp land, because it has just been given. */
  landing?: boolean
}

/** An application as the paper ticket it is: picture, facts, all its stamps, and the number on the stub. */
export function ApplicationTicket({ event, name, number, stamps, landing = false }: Props) {
  const t = useText('common')
  const locale = useLocale()
  const { title, organization, cover, startsAt, endsAt, timeZone, venue } = event
  return (
    <Ticket
      label={t('ticket.label', { number })}
      stubAt="bottom"
      askew
      className={styles.ticket}
      mainClassName={styles.main}
      stub={<Stub number={number} />}
    >
      <div className={styles.art}>
        {cover ? <img src={cover.medium} alt="" /> : <Engraving number={event.id} className={styles.artEngraving} />}
      </div>
      <div className={styles.text}>
        <div className={styles.row}>
          <TicketLabel>{organization.name}</TicketLabel>
          <TicketLabel>{t('ticket.admits')}</TicketLabel>
        </div>
        <div lang={event.locale}>
          <TicketTitle className={title.length > 34 ? styles.longTitle : styles.title}>{title}</TicketTitle>
        </div>
        <div className={styles.facts}>
          <p className={styles.value}>{formatDay(startsAt, timeZone, locale, { weekday: 'short', month: 'short', year: true })}</p>
          <p className={styles.value}>
            <PersonName>{name}</PersonName>
          </p>
          <p className="small soft">
            {t('ticket.times', { from: formatTime(startsAt, timeZone, locale), to: formatTime(endsAt, timeZone, locale) })}
          </p>
          <p className="small soft">{[venue.name, venue.city].filter(Boolean).join(', ')}</p>
        </div>
      </div>
      <div className={styles.field}>
        <Engraving number={number} className={styles.engraving} />
        <StampField stamps={stamps} timeZone={timeZone} city={venue.city || venue.name} landing={landing} />
      </div>
    </Ticket>
  )
}

function Stub({ number }: { number: string }) {
  const t = useText('common')
  return (
    <>
      <p>
        <TicketLabel>{t('ticket.number')}</TicketLabel>
        <TicketNumber>{number}</TicketNumber>
      </p>
      <Barcode number={number} />
    </>
  )
}
