import { Notice } from '../../../components/index.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import type { PersonalProps } from '../personal-page.js'
import styles from './offline-notice.module.css'

/** Says that what is shown may be old, how old, and what comes back with the connection. */
export function OfflineNotice({ me, since }: PersonalProps) {
  const t = useText('me')
  const locale = useLocale()
  return (
    <div role="status" className={styles.place}>
      {since && (
        <Notice kind="attention" title={t('offline.title', { at: formatMoment(since, me.event.timeZone, locale) })}>
          {t('offline.text')}
        </Notice>
      )}
    </div>
  )
}
