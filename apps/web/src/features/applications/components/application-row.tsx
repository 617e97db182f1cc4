import { Link, useLocation } from 'react-router'
import { paths } from '../../../app/paths.js'
import { classNames, PersonName } from '../../../components/index.js'
import type { ApplicationSummary } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { NamesList } from '../../together/index.js'
import styles from './application-row.module.css'
import { StepMark } from './step-mark.js'

type Props = {
  application: ApplicationSummary
  current: boolean /** Beside an open application there is room for name and step only. */
  compact: boolean
  timeZone: string
}

/** One person of the list; the whole row opens her application. */
export function ApplicationRow({ application, current, compact, timeZone }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { search } = useLocation()
  const { id, name, email, ticketNumber, receivedAt, rank, together, step, pickReason } = application
  return (
    <li className={classNames(styles.row, compact && styles.compact)} data-current={current || undefined}>
      <div className={styles.who}>
        <Link
          to={{ pathname: paths.consoleEventPage(organization.slug, event.id, `applications/${id}`), search }}
          aria-current={current ? 'true' : undefined}
        >
          <PersonName>{name}</PersonName>
        </Link>
        <bdi>{email}</bdi>
        {together.length > 0 && <small>{t.rich('together.with', { names: <NamesList names={together} /> })}</small>}
      </div>
      <span className={styles.ticket}>
        <span className="sr">{t('applications.ticket')} </span>
        <span className="mono">{ticketNumber}</span>
      </span>
      <span className={styles.time}>
        <span className="sr">{t('applications.received')} </span>
        {formatMoment(receivedAt, timeZone, locale, { weekday: 'none', month: 'short' })}
      </span>
      <span className={styles.rank}>
        {rank !== null && (
          <>
            <span className={styles.rankWord}>{t('applications.rank')} </span>
            {formatNumber(rank)}
          </>
        )}
      </span>
      <span className={styles.step}>
        <StepMark step={step} />
        {pickReason !== null && <small className={styles.pick}>{t('picks.mark')}</small>}
      </span>
    </li>
  )
}
