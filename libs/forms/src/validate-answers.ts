import type { AnswerError } from './answer-error.js'
import { cleanAnswers } from './clean-answers.js'
import type { Complaint } from './kinds/kind.js'
import { kinds } from './kinds/index.js'
import type { Answer, Answers, Question } from './question.js'
import { shownQuestions } from './shown.js'

/** Answers as they are kept, and what is wrong with them. */
export interface ReadAnswers {
  readonly answers: Readonly<Record<string, Answer>>
  readonly errors: readonly AnswerError[]
}

/**
 * Reads what somebody typed into a form. The page and the server both do it with this, so they agree.
 *
 * @param questions the form.
 * @param typed by question id.
 */
export function readAnswers(questions: readonly Question[], typed: Answers): ReadAnswers {
  const answers = cleanAnswers(questions, typed)
  return { answers, errors: validateAnswers(questions, answers) }
}

/**
 * Checks cleaned answers against their questions.
 *
 * @param questions the form.
 * @param answers from cleanAnswers().
 * @returns the errors in the order of the questions, at most one for each; none when the form is filled in well. Answers to questions that the
 * form does not have come last.
 */
export function validateAnswers(questions: readonly Question[], answers: Answers): AnswerError[] {
  const known = new Set(questions.map(({ id }) => id))
  const strangers = Object.keys(answers).filter((id) => !known.has(id))
  return [
    ...shownQuestions(questions, answers).flatMap((question) => {
      const complaint = complaintAbout(question, Object.hasOwn(answers, question.id) ? answers[question.id] : undefined)
      return complaint === undefined ? [] : [errorAt(question.id, complaint)]
    }),
    ...strangers.map((id) => errorAt(id, { code: 'unknownQuestion' })),
  ]
}

function complaintAbout(question: Question, answer: Answer | undefined): Complaint | undefined {
  if (answer === undefined || answer.length === 0) return missing(question)
  if (question.type === 'choices') return complaintAboutChoices(question, [answer].flat())
  return typeof answer === 'string' ? kinds[question.type].complaint(answer, question) : { code: 'severalAnswers' }
}

function missing({ type, required }: Question): Complaint | undefined {
  if (!required || type === 'heading') return undefined
  return { code: type === 'consent' ? 'mustAgree' : 'required' }
}

function complaintAboutChoices(question: Question, chosen: readonly string[]): Complaint | undefined {
  const { fewest = 0, mostChoices: most = Number.POSITIVE_INFINITY } = question.settings
  const stranger = chosen.map((one) => kinds.choices.complaint(one, question)).find((complaint) => complaint !== undefined)
  if (stranger !== undefined) return stranger
  if (chosen.length < fewest) return { code: 'tooFew', values: { fewest } }
  return chosen.length > most ? { code: 'tooMany', values: { most } } : undefined
}

function errorAt(id: string, { code, values = {} }: Complaint): AnswerError {
  return { path: `answers.${id}`, code, values }
}
