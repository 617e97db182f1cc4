import { Notice, ProgressBar } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './effort-notice.module.css'
import { useIntoView } from './use-focus.js'

/** Says once what the device is doing, and shows how far it is: there is nothing to solve for the person, and nothing to press. */
export function EffortNotice({ share }: { share: number }) {
  const t = useText('apply')
  const notice = useIntoView(true)
  return (
    <div ref={notice} className={styles.effort}>
      <Notice kind="info" title={t('effort.title')} live>
        {t('effort.text')}
      </Notice>
      <ProgressBar value={share} label={t('effort.progress')} />
    </div>
  )
}
