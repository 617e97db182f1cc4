import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { PersonName } from '../../../components/index.js'
import type { DuplicateSet } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import styles from './duplicates.module.css'

/** A set in the list: who, what they share, when the newest came. */
export function SetRow({ set: { id, size, newestAt, kinds, applications, alike } }: { set: DuplicateSet }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const proven = alike.some((one) => one.proven)
  return (
    <li className={styles.row}>
      <div>
        <Link to={paths.consoleEventPage(organization.slug, event.id, `applications/duplicates/${id}`)} className={styles.names}>
          {applications.map((application, index) => (
            <span key={application.id}>
              {index > 0 && ', '}
              <PersonName>{application.name}</PersonName>
            </span>
          ))}
          {size > applications.length && ` ${t('duplicates.others', { count: size - applications.length })}`}
        </Link>
        <ul className={styles.addresses}>
          {applications.map(({ id: applicationId, email }) => (
            <li key={applicationId}>
              <bdi>{email}</bdi>
            </li>
          ))}
        </ul>
      </div>
      <p className={styles.shared}>
        {kinds.map((kind) => t(kind === 'handle' && proven ? 'duplicates.kind.proven' : `duplicates.kind.${kind}`)).join(', ')}
      </p>
      <p className={styles.when}>
        {t('duplicates.size', { count: size })}
        <br />
        <time dateTime={newestAt}>{formatMoment(newestAt, event.timeZone, locale, { weekday: 'none', month: 'short' })}</time>
      </p>
    </li>
  )
}
