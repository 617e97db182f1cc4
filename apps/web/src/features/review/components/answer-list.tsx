import type { ReviewTask } from '../../../lib/api/types.js'
import { AnswerValue } from '../../questions/index.js'
import styles from './answer-list.module.css'

/** What somebody wrote, large enough to be read well. */
export function AnswerList({ answers }: Pick<ReviewTask, 'answers'>) {
  return (
    <dl className={styles.answers}>
      {answers.map(({ questionId, label, type, answer }) => (
        <div key={questionId}>
          <dt>{label}</dt>
          <dd>
            <AnswerValue answer={answer} type={type} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
