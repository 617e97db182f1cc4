import { type Answers, highestRating, type Question } from './question.js'

export type AnswerErrorCode = 'required' | 'tooLong' | 'notAnOption' | 'notARating' | 'unknownQuestion'

/** What is wrong with one answer. */
export interface AnswerError {
  /** `answers.<question id>` */
  readonly path: string
  readonly code: AnswerErrorCode
  /** What the message names: `max` for tooLong and notARating. */
  readonly values: Readonly<Record<string, number>>
}

/**
 * Checks cleaned answers against their questions.
 *
 * @param questions the form.
 * @param answers from cleanAnswers().
 * @returns the errors in the order of the questions; none when the form is filled in well. Answers to questions that the form does not have come last.
 */
export function validateAnswers(questions: readonly Question[], answers: Answers): AnswerError[] {
  const known = new Set(questions.map(({ id }) => id))
  const strangers = Object.keys(answers).filter((id) => !known.has(id))
  return [...questions.flatMap((question) => answerErrors(question, answers)), ...strangers.map((id) => errorAt(id, 'unknownQuestion'))]
}

function answerErrors(question: Question, answers: Answers): AnswerError[] {
  const answer = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? '') : ''
  if (answer === '') return question.required ? [errorAt(question.id, 'required')] : []
  if (question.type === 'choices')
    return [answer].flat().every((one) => question.options.includes(one)) ? [] : [errorAt(question.id, 'notAnOption')]
  if (typeof answer !== 'string') return [errorAt(question.id, 'notAnOption')]
  if (question.type === 'choice') return question.options.includes(answer) ? [] : [errorAt(question.id, 'notAnOption')]
  if (question.type === 'rating') return isRating(answer) ? [] : [errorAt(question.id, 'notARating', { max: highestRating })]
  return isLonger(answer, question.maxLength) ? [errorAt(question.id, 'tooLong', { max: question.maxLength })] : []
}

function isRating(answer: string): boolean {
  return /^[1-9]$/.test(answer) && Number(answer) <= highestRating
}

/** Counts code points only where the number of UTF-16 units leaves it open. */
function isLonger(text: string, max: number): boolean {
  return text.length > max && (text.length > 2 * max || [...text].length > max)
}

function errorAt(id: string, code: AnswerErrorCode, values: AnswerError['values'] = {}): AnswerError {
  return { path: `answers.${id}`, code, values }
}
