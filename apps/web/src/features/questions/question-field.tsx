import { lazy, type ReactNode, Suspense } from 'react'
import { highestRating } from '#forms'
import { CheckboxGroup, Field, RadioGroup, Select, TextArea, TextInput } from '../../components/index.js'
import type { Answer, Question } from '../../lib/api/types.js'
import type { FormErrors } from '../../lib/form-errors.js'
import { useText } from '../../lib/i18n/index.js'
import { ConsentField } from './fields/consent-field.js'
import { DateField } from './fields/date-field.js'
import { limitsOf } from './fields/limits.js'
import { ShortInput } from './fields/short-input.js'
import type { FileAnswers } from './files/file-answers.js'
import { FileField } from './files/file-field.js'

/** Two hundred names and their search are fetched only where a country is asked for. */
const CountryInput = lazy(() => import('./fields/country-input.js'))

const ratings = Array.from({ length: highestRating }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))
const fewEnoughToShow = 5

export type FieldProps = {
  question: Question
  answer: Answer | undefined
  error: FormErrors[string] | undefined
  /** The language the question is in. */
  lang: string | undefined
  files: FileAnswers | undefined
  onChange: (answer: Answer) => void
  onBlur: () => void
}

/** The field for one question, by its type. */
export function QuestionField({ question, answer, error, lang, files, onChange, onBlur }: FieldProps) {
  const t = useText('common')
  const { id, type, required, options, maxLength } = question
  const value = String(answer ?? '')
  const common = {
    label: <span lang={lang}>{question.label}</span>,
    help: helpOf(question, lang, limitsOf(question, t)),
    error: error?.message,
    name: `answers.${id}`,
    optionalLabel: required ? undefined : t('field.optional'),
  }
  if (type === 'rating') return <RadioGroup {...common} layout="row" options={ratings} value={value} onChange={onChange} />
  if (type === 'choices') return <CheckboxGroup {...common} options={options} values={[answer ?? []].flat()} onChange={onChange} />
  if (type === 'choice' && options.length <= fewEnoughToShow && required)
    return (
      <RadioGroup {...common} options={options.map((option) => ({ value: option, label: option }))} value={value} onChange={onChange} />
    )
  if (type === 'consent') return <ConsentField question={question} {...common} value={value} onChange={onChange} />
  if (type === 'date') return <DateField question={question} {...common} value={value} onChange={onChange} onBlur={onBlur} />
  if (type === 'file') return <FileField question={question} {...common} value={value} onChange={onChange} files={files} />
  return (
    <Field {...common} cure={error?.cure} required={required}>
      {type === 'choice' ? (
        <Select value={value} onChange={(event) => onChange(event.target.value)} onBlur={onBlur}>
          <option value="">{t('answer.none')}</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </Select>
      ) : type === 'country' ? (
        <Suspense fallback={<TextInput defaultValue="" aria-busy />}>
          <CountryInput value={value} onChange={onChange} onBlur={onBlur} />
        </Suspense>
      ) : type === 'long' ? (
        <TextArea value={value} limit={maxLength} dir="auto" onChange={(event) => onChange(event.target.value)} onBlur={onBlur} />
      ) : (
        <ShortInput question={question} value={value} onChange={onChange} onBlur={onBlur} />
      )}
    </Field>
  )
}

/** What the organizer explains, and what the settings of the question ask for. */
function helpOf({ help }: Question, lang: string | undefined, limits: string | null): ReactNode {
  if (!help) return limits
  return (
    <>
      <span lang={lang}>{help}</span> {limits}
    </>
  )
}
