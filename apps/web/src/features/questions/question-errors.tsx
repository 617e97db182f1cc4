import { type Answer, type AnswerError, type Answers, type Question, readAnswers } from '#forms'
import type { FormErrors } from '../../lib/form-errors.js'
import { currentLocale, type KeyOf, type Text } from '../../lib/i18n/index.js'
import { dayIn, numberIn } from './fields/limits.js'
import { mendedAnswer } from './mended-answer.js'

type Accept = (questionId: string, answer: Answer) => void

/** What is wrong with these answers, in words, by the path of the question; with `accept`, what one press can mend carries its cure. */
export function questionErrors(questions: readonly Question[], answers: Answers, t: Text<'common'>, accept?: Accept): FormErrors {
  const byPath = new Map(questions.map((question) => [`answers.${question.id}`, question]))
  return Object.fromEntries(
    readAnswers(questions, answers).errors.map((error) => {
      const question = byPath.get(error.path)
      return [
        error.path,
        question ? { ...told(question, error, t), ...cureOf(question, error, answers, t, accept) } : { message: t('answer.choose') },
      ]
    }),
  )
}

function told(question: Question, { code, values }: AnswerError, t: Text<'common'>): { message: FormErrors[string]['message'] } {
  if (code === 'required') return { message: t(missing[question.type] ?? 'answer.required') }
  if (code === 'handleIsAddress') return { message: t.rich('handle.address', { suggestion: <b>{values.suggestion}</b> }) }
  if (code === 'handleUnclear' && question.settings.network === undefined) return { message: t('handle.unclear') }
  const key = `answer.${code}`
  return { message: t.has(key) ? t(key, readable(values)) : t('answer.choose') }
}

const missing: Partial<Record<Question['type'], KeyOf<'common'>>> = {
  choice: 'answer.choose',
  rating: 'answer.choose',
  choices: 'answer.chooseSome',
  date: 'answer.dateMissing',
  country: 'answer.countryMissing',
  file: 'answer.fileMissing',
  consent: 'answer.mustAgree',
}

/** Numbers and days as they are written where the reader lives. */
function readable(values: AnswerError['values']): Record<string, string | number> {
  const locale = currentLocale()
  const inWords = ([name, value]: [string, string | number]) =>
    [
      name,
      name === 'least' || name === 'most' ? numberIn(value, locale) : typeof value === 'string' ? dayIn(value, locale) : value,
    ] as const
  return Object.fromEntries(Object.entries(values).map(inWords))
}

function cureOf(question: Question, { code, values }: AnswerError, answers: Answers, t: Text<'common'>, accept: Accept | undefined) {
  if (!accept) return {}
  const suggestion = code === 'handleIsAddress' ? String(values.suggestion) : mendedAnswer(question, answers[question.id])
  if (suggestion === null) return {}
  const label = code === 'handleIsAddress' ? t('handle.cure') : t('answer.cure', { suggestion })
  return { cure: { label, apply: () => accept(question.id, suggestion) } }
}
