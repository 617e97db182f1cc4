import { useText } from '../../lib/i18n/index.js'
import { Skeleton } from './skeleton.js'
import styles from './skeleton.module.css'

/** A page on its way. It appears only when the wait is long enough to be felt. */
export function PageSkeleton() {
  const t = useText('common')
  return (
    <output className={classNamesOfPage} aria-label={t('loading')}>
      <Skeleton width="9rem" />
      <Skeleton width="min(26rem, 80%)" height="3.5rem" />
      <Skeleton width="min(34rem, 95%)" />
      <Skeleton width="min(30rem, 85%)" />
    </output>
  )
}

const classNamesOfPage = `wrap ${styles.page}`
