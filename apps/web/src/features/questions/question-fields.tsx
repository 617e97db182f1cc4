import type { ReactNode } from 'react'
import { highestRating } from '#forms'
import { Field, RadioGroup, Select, TextArea, TextInput } from '../../components/index.js'
import type { Answers, Question } from '../../lib/api/types.js'
import type { FormErrors } from '../../lib/form-errors.js'
import { useText } from '../../lib/i18n/index.js'

type Props = {
  questions: readonly Question[]
  answers: Answers
  errors: FormErrors /** The language the questions are in. */
  lang?: string
  onChange: (answers: Answers) => void
}

const ratings = Array.from({ length: highestRating }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))
const fewEnoughToShow = 5

/** The fields of an application or a survey, from the organizer's own questions. */
export function QuestionFields({ questions, answers, errors, lang, onChange }: Props) {
  return questions.map((question) => (
    <div key={question.id} lang={lang}>
      <QuestionField
        question={question}
        value={String(answers[question.id] ?? '')}
        error={errors[`answers.${question.id}`]?.message}
        onChange={(value) => onChange({ ...answers, [question.id]: value })}
      />
    </div>
  ))
}

type FieldProps = { question: Question; value: string; error: ReactNode; onChange: (value: string) => void }

function QuestionField({ question: { id, type, label, help, required, options, maxLength }, value, error, onChange }: FieldProps) {
  const t = useText('common')
  const common = { label, help, error, name: `answers.${id}`, optionalLabel: required ? undefined : t('field.optional') }

  if (type === 'rating') return <RadioGroup {...common} layout="row" options={ratings} value={value} onChange={onChange} />
  if (type === 'choice' && options.length <= fewEnoughToShow && required)
    return (
      <RadioGroup {...common} options={options.map((option) => ({ value: option, label: option }))} value={value} onChange={onChange} />
    )
  return (
    <Field {...common} required={required}>
      {type === 'choice' ? (
        <Select value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('answer.none')}</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </Select>
      ) : type === 'long' ? (
        <TextArea value={value} limit={maxLength} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <TextInput value={value} maxLength={maxLength} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}
