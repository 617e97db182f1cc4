import { type AnswerError, type Answers, cleanAnswers, type Question, validateAnswers } from '#forms'
import type { FormErrors } from '../../lib/form-errors.js'
import type { Text } from '../../lib/i18n/index.js'

/** What is wrong with these answers, in words, by the path of the question. */
export function questionErrors(questions: readonly Question[], answers: Answers, t: Text<'common'>): FormErrors {
  const typeOf = new Map(questions.map(({ id, type }) => [`answers.${id}`, type]))
  const message = ({ path, code, values }: AnswerError) => {
    if (code === 'required') return t(typeOf.get(path) === 'choice' || typeOf.get(path) === 'rating' ? 'answer.choose' : 'answer.required')
    return t(code === 'tooLong' ? 'answer.tooLong' : 'answer.choose', values)
  }
  return Object.fromEntries(
    validateAnswers(questions, cleanAnswers(questions, answers)).map((error) => [error.path, { message: message(error) }]),
  )
}
