import { cleanAnswer, questionProblems as formProblems, type QuestionType } from '#forms'
import type { FieldError } from '../http/index.js'
import type { QuestionDto } from './dto/question.dto.js'
import type { Form, Question } from './question.entity.js'

/** How much can be answered when nobody has said. */
const usualLength = { short: 200, long: 2000, other: 200 } as const

/** A question as it will be, without the event it belongs to. An id is missing where it is new. */
export type EditedQuestion = Pick<Question, 'type' | 'label' | 'help' | 'required' | 'options' | 'maxLength' | 'settings' | 'showIf'> & {
  readonly id?: string
}

export function editedQuestion({ id, type, label, help, required, options, maxLength, settings, showIf }: QuestionDto): EditedQuestion {
  return {
    ...(id ? { id } : {}),
    type,
    label,
    help: help || null,
    required: required ?? false,
    // As answers are cleaned, or none would ever be one of them.
    options: hasOptions(type) ? (options ?? []).map((option) => cleanAnswer(option, false)) : [],
    maxLength: type === 'short' || type === 'long' ? (maxLength ?? usualLength[type]) : usualLength.other,
    settings: settings ?? {},
    showIf: showIf ?? null,
  }
}

/** What is wrong with the questions of a form: `path` is the list's name in the request. */
export function questionProblems(questions: readonly EditedQuestion[], form: Form, known: readonly Question[], path: string): FieldError[] {
  return [
    ...formProblems(questions, form).map((problem) => ({
      path: problem.path === '' ? path : `${path}.${problem.path}`,
      code: `forms:question.${problem.code}`,
      values: problem.values,
    })),
    ...questions.flatMap(({ id }, index) => (isKnown(id, known) ? [] : [{ path: `${path}.${index}.id`, code: 'problems:field.id' }])),
  ]
}

/** Whether the questions ask the same as before, in the same order. */
export function sameQuestions(before: readonly Question[], after: readonly EditedQuestion[]): boolean {
  const essence = ({ id, type, label, help, required, options, maxLength, settings, showIf }: EditedQuestion) =>
    JSON.stringify([id, type, label, help, required, options, maxLength, settings, showIf])
  return before.length === after.length && before.every((question, index) => essence(question) === essence(after[index] as EditedQuestion))
}

function hasOptions(type: QuestionType): boolean {
  return type === 'choice' || type === 'choices'
}

function isKnown(id: string | undefined, known: readonly { id: string }[]): boolean {
  return id === undefined || known.some((one) => one.id === id)
}
