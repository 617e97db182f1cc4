import { Engraving, PersonName, Ticket, TicketLabel, TicketTitle } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay, formatTime } from '../../lib/time.js'
import styles from './form-aside.module.css'

/** On a desk the ticket fills itself in while one types. It says nothing that the form does not say. */
export function FormAside({ event, name }: { event: PublicEvent; name: string }) {
  const t = useText('apply')
  const locale = useLocale()
  const when = `${formatDay(event.startsAt, event.timeZone, locale, { weekday: 'short', month: 'short', year: true })}, ${formatTime(event.startsAt, event.timeZone, locale)}`
  return (
    <div className={styles.aside} aria-hidden="true">
      <Ticket stubAt="bottom" askew className={styles.ticket} stub={<span className="mono soft">{t('aside.noNumber')}</span>}>
        <Engraving number={event.id} className={styles.engraving} />
        <TicketLabel>{event.organization.name}</TicketLabel>
        <TicketTitle className={styles.title}>{event.title}</TicketTitle>
        <p className={styles.when}>{when}</p>
        <p className={styles.name}>{name.trim() ? <PersonName>{name}</PersonName> : <span className="soft">{t('aside.noName')}</span>}</p>
      </Ticket>
    </div>
  )
}
