import type { ReviewTask } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { AnswerValue } from '../../questions/index.js'
import { reviewedFileUrl } from '../api.js'
import styles from './answer-list.module.css'

/** What somebody wrote, large enough to be read well. */
export function AnswerList({ id, answers }: Pick<ReviewTask, 'id' | 'answers'>) {
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const t = useText('console')
  return (
    <dl className={styles.answers}>
      {answers.map(({ questionId, label, type, answer, file, hidden }) => (
        <div key={questionId}>
          <dt>{label}</dt>
          <dd>
            {hidden && <span className="soft">{t('review.hidden')}</span>}
            {file && <SentFile file={file} url={reviewedFileUrl(organization.slug, event.id, id, questionId)} />}
            {!hidden && !file && <AnswerValue answer={answer} type={type} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type FileProps = { file: NonNullable<ReviewTask['answers'][number]['file']>; url: string }

/** Opens beside the form, so that what was scored so far stays. */
function SentFile({ file: { kind, name }, url }: FileProps) {
  const t = useText('common')
  return (
    <a href={url} target="_blank" rel="noopener">
      <bdi>{name ?? t(`answer.files.${kind}`)}</bdi>
    </a>
  )
}
