import { Link } from 'react-router'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import type { EventSummary } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatDay, formatMoment } from '../../../lib/time.js'
import styles from './event-row.module.css'
import { PhaseMark } from './phase-mark.js'

/** One event of the list; the whole row leads to it. */
export function EventRow({ event }: { event: EventSummary }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization, role } = useMembership()
  const seats = t('state.seats', { count: event.capacity })
  const date = event.startsAt ? formatDay(event.startsAt, event.timeZone, locale, { year: true }) : t('events.noDate')
  return (
    <li className={styles.row}>
      <span className={styles.cover}>{event.coverUrl ? <img src={event.coverUrl} alt="" loading="lazy" /> : <BlankCover />}</span>
      <div className={styles.words}>
        <Link to={paths.consoleEvent(organization.slug, event.id)} className={styles.title}>
          <bdi>{event.title}</bdi>
        </Link>
        <p className="small soft">{t('state.dateSeats', { date, seats })}</p>
        {event.phase === 'closed' && event.reviewUntil && may(role, 'reviews.write') && (
          <p className="small">
            <Link to={paths.consoleEventPage(organization.slug, event.id, 'review')} className={styles.review}>
              {t('events.review', { at: formatMoment(event.reviewUntil, event.timeZone, locale, { weekday: 'short', month: 'short' }) })}
            </Link>
          </p>
        )}
      </div>
      <p className={styles.count}>
        <b>{formatNumber(event.applications)}</b> <span>{t('events.applicationsWord', { count: event.applications })}</span>
      </p>
      <span className={styles.phase}>
        <PhaseMark phase={event.phase} />
      </span>
    </li>
  )
}

/** A poster that is still white: its edge and a fold. */
const BlankCover = () => (
  <svg viewBox="0 0 120 80" fill="none" stroke="currentColor" strokeWidth="1.600" aria-hidden="true">
    <rect x="4" y="4" width="112" height="72" rx="3" strokeDasharray="4 5" />
    <path d="M20 62l24-24 16 14 20-22 22 32" strokeLinejoin="round" />
    <circle cx="38" cy="24" r="6" />
  </svg>
)
