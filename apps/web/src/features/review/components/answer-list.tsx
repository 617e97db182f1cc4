import type { ReviewTask } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './answer-list.module.css'

/** What somebody wrote, large enough to be read well. */
export function AnswerList({ answers }: Pick<ReviewTask, 'answers'>) {
  const t = useText('console')
  return (
    <dl className={styles.answers}>
      {answers.map(({ questionId, label, answer }) => (
        <div key={questionId}>
          <dt>{label}</dt>
          <dd className={answer ? undefined : 'soft'}>{answer ? <bdi>{answer}</bdi> : t('applications.noAnswer')}</dd>
        </div>
      ))}
    </dl>
  )
}
