import { Notice } from '../../components/index.js'
import { isOffline, type Problem } from '../../lib/api/problem.js'
import { useText } from '../../lib/i18n/index.js'

/** Why it did not arrive; nothing that was typed is lost. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const t = useText('apply')
  if (isOffline(problem))
    return (
      <Notice kind="attention" title={t('problem.offline.title')} live>
        {t('problem.offline.text')}
      </Notice>
    )
  return (
    <Notice kind="error" title={problem.status < 500 && problem.title ? problem.title : t('problem.broken.title')} live>
      {problem.status === 429 && problem.retryAfterSeconds
        ? t('problem.tooMany', { count: Math.ceil(problem.retryAfterSeconds / 60) })
        : t('problem.kept')}
    </Notice>
  )
}
