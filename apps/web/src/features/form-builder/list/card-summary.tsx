import { IconExclamationCircle, IconEyeQuestion } from '@tabler/icons-react'
import { Icon } from '../../../components/index.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { countryName } from '../../questions/index.js'
import type { BuilderForm } from '../builder-form.js'
import type { DraftQuestion } from '../draft-question.js'
import styles from './question-card.module.css'

type Props = { form: BuilderForm; question: DraftQuestion; index: number }

/** A question in a line: what it asks, what kind of answer it takes, whether it needs one, and who sees it. */
export function CardSummary({ form, question, index }: Props) {
  const t = useText('builder')
  const { label, type, required } = question
  return (
    <span className={styles.summary}>
      <span className={styles.label} lang={label ? form.language : undefined} data-unnamed={!label || undefined}>
        {label || t('card.unnamed')}
      </span>
      <span className={`dotted ${styles.meta}`}>
        <span>{t(`types.${type}`)}</span>
        {required && <span>{t('card.required')}</span>}
        {form.hasErrors(index) && (
          <span className={styles.wrong}>
            <Icon of={IconExclamationCircle} />
            {t('card.wrong')}
          </span>
        )}
      </span>
      <Condition form={form} question={question} />
    </span>
  )
}

function Condition({ form, question }: Omit<Props, 'index'>) {
  const t = useText('builder')
  const answer = useAnswerNames()
  const { showIf } = question
  const asked = form.questions.find(({ key }) => key === showIf?.questionId)
  if (!showIf || !asked || !showIf.is.length) return null
  const label = asked.label || t('card.unnamed')
  return (
    <span className={styles.condition}>
      <Icon of={IconEyeQuestion} />
      <span>
        {asked.type === 'consent'
          ? t('card.onlyAgreed', { question: label })
          : t('card.onlyIf', { question: label, answers: showIf.is.map((one) => answer(asked, one)).join(t('card.or')) })}
      </span>
    </span>
  )
}

/** Answers as they are read: countries by their name. */
function useAnswerNames() {
  const locale = useLocale()
  return (asked: DraftQuestion, answer: string) => (asked.type === 'country' ? countryName(answer, locale) : answer)
}
