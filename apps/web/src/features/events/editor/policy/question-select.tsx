import { Link } from 'react-router'
import { paths } from '../../../../app/paths.js'
import { Field, Select } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import { choiceQuestions, type PolicyForm } from './policy-form.js'

type Props = { form: PolicyForm; value: string; error: string | undefined; onChange: (questionId: string) => void }

/** One of the questions with a list of answers, as they were saved. */
export function QuestionSelect({ form, value, error, onChange }: Props) {
  const t = useText('policy')
  const { organization } = useMembership()
  const questions = choiceQuestions(form.context)
  const isKnown = questions.some((question) => question.id === value)
  const hint = t.rich('who.questionHint', {
    link: (words) => <Link to={paths.consoleEventPage(organization.slug, form.eventId, 'edit/questions')}>{words}</Link>,
  })
  return (
    <Field label={t('who.question')} help={hint} error={error}>
      <Select value={value} onChange={(change) => onChange(change.target.value)}>
        {!isKnown && <option value={value}>{t('who.questionGone')}</option>}
        {questions.map((question) => (
          <option key={question.id} value={question.id}>
            {question.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
