import { Notice } from '../../components/index.js'
import { isOffline, type Problem } from '../../lib/api/problem.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './problem-line.module.css'

/** Why what was pressed did not happen. */
export function ProblemLine({ problem }: { problem: Problem | null }) {
  const t = useText('me')
  if (!problem) return null
  const sentence = isOffline(problem) ? t('problem.offline') : problem.status < 500 && problem.title ? problem.title : t('problem.broken')
  return (
    <Notice kind={isOffline(problem) ? 'attention' : 'error'} live className={styles.line}>
      {sentence}
    </Notice>
  )
}
