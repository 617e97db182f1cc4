import { IconScale } from '@tabler/icons-react'
import { StateMark } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useExclusions } from '../api.js'
import { ExclusionRow } from './exclusion-row.js'
import styles from './exclusions.module.css'

type Props = { /** Only those of one application. */ applicationId?: string }

/** Requests and appeals, each with who asked, when and why; nothing while there are none. */
export function Exclusions({ applicationId }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { data } = useExclusions(organization.slug, event.id)
  const items = data?.items.filter((item) => applicationId === undefined || item.applicationId === applicationId) ?? []
  if (!data || !items.length) return null
  const waiting = applicationId === undefined ? data.waiting : 0
  return (
    <section className={styles.exclusions} aria-label={t('exclusions.title')}>
      <div className={styles.head}>
        {applicationId === undefined ? <h2>{t('exclusions.title')}</h2> : <h3>{t('exclusions.title')}</h3>}
        {waiting > 0 && (
          <StateMark icon={IconScale} tint="attention">
            {t('exclusions.waiting', { count: waiting })}
          </StateMark>
        )}
      </div>
      <ul className={styles.rows}>
        {items.map((item) => (
          <ExclusionRow key={item.id} item={item} named={applicationId === undefined} />
        ))}
      </ul>
    </section>
  )
}
