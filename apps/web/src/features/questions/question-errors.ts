import { type AnswerError, type Answers, type Question, readAnswers } from '#forms'
import type { FormErrors } from '../../lib/form-errors.js'
import { currentLocale, formatNumber, type Text } from '../../lib/i18n/index.js'
import { formatDay } from '../../lib/time.js'

/**
 * What is wrong with these answers, in words, by the path of the question.
 *
 * @param accept takes over what an address of a profile seems to mean; with it such an answer is mended by one press.
 */
export function questionErrors(
  questions: readonly Question[],
  answers: Answers,
  t: Text<'common'>,
  accept?: (questionId: string, answer: string) => void,
): FormErrors {
  const questionAt = new Map(questions.map((question) => [`answers.${question.id}`, question]))
  return Object.fromEntries(
    readAnswers(questions, answers).errors.map((error) => [error.path, worded(error, questionAt.get(error.path), t, accept)]),
  )
}

function worded(
  { code, values }: AnswerError,
  question: Question | undefined,
  t: Text<'common'>,
  accept?: (questionId: string, answer: string) => void,
): FormErrors[string] {
  if (code === 'required' && question && isChosen(question)) return { message: t('answer.choose') }
  if (code === 'notAnOption' || code === 'notARating') return { message: t('answer.choose') }
  if (code !== 'handleIsAddress') return { message: t(`answer.${code}`, shown(values)) }
  const suggestion = String(values['suggestion'])
  const cure = question && accept && { label: t('handle.cure'), apply: () => accept(question.id, suggestion) }
  return { message: t('handle.address', { suggestion }), ...(cure && { cure }) }
}

function isChosen({ type }: Question): boolean {
  return type === 'choice' || type === 'choices' || type === 'rating' || type === 'country'
}

/** Numbers and days as the reader writes them. */
function shown(values: AnswerError['values']): Record<string, string> {
  const locale = currentLocale()
  const word = (value: string | number) =>
    typeof value === 'number' ? formatNumber(value) : formatDay(`${value}T12:00:00Z`, 'UTC', locale, { year: true })
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, word(value)]))
}
