import { isDeepStrictEqual } from 'node:util'
import { cleanAnswer, questionProblems as formProblems, type QuestionSettings, type QuestionType } from '#forms'
import { newId } from '../database/index.js'
import type { FieldError } from '../http/index.js'
import type { QuestionDto } from './dto/question.dto.js'
import type { Form, Question } from './question.entity.js'

/** How much can be answered when nobody has said. */
const usualLength = { short: 200, long: 2000, other: 200 } as const

/** A question as it will be, without the event it belongs to. */
export type EditedQuestion = Pick<Question, 'id' | 'type' | 'label' | 'help' | 'required' | 'options' | 'maxLength' | 'settings' | 'showIf'>

/** Questions as they will be, and the ids that those of the request have become. */
export interface EditedForm {
  readonly questions: readonly EditedQuestion[]
  readonly newIds: ReadonlyMap<string, string>
}

/**
 * The questions of a request. An id that the form does not have only names a new question within the request, for conditions to point at: it
 * gets an id of its own, so that nobody can lay hands on a question of another form.
 */
export function editedForm(input: readonly QuestionDto[], known: readonly { readonly id: string }[]): EditedForm {
  const present = new Set(known.map(({ id }) => id))
  const written = input.map(({ id }) => id ?? null)
  const newIds = new Map(written.flatMap((id) => (id === null || present.has(id) ? [] : [[id, newId()] as const])))
  const own = (id: string): string => newIds.get(id) ?? id
  return {
    newIds,
    questions: input.map((question) => {
      const edited = editedQuestion(question)
      const showIf = edited.showIf && { ...edited.showIf, questionId: own(edited.showIf.questionId) }
      return { ...edited, showIf, id: question.id ? own(question.id) : newId() }
    }),
  }
}

/** The same questions for another form: with ids of their own, and conditions that point at them. */
export function copiedQuestions(questions: readonly EditedQuestion[]): EditedForm {
  const newIds = new Map(questions.map(({ id }) => [id, newId()]))
  const own = (id: string): string => newIds.get(id) ?? id
  return {
    newIds,
    questions: questions.map(({ id, type, label, help, required, options, maxLength, settings, showIf }) => ({
      type,
      label,
      help,
      required,
      options,
      maxLength,
      settings,
      id: own(id),
      showIf: showIf && { ...showIf, questionId: own(showIf.questionId) },
    })),
  }
}

function editedQuestion({ type, label, help, required, options, maxLength, settings, showIf }: QuestionDto): Omit<EditedQuestion, 'id'> {
  return {
    type,
    label,
    help: help || null,
    required: required ?? false,
    // As answers are cleaned, or none would ever be one of them.
    options: hasOptions(type) ? (options ?? []).map((option) => cleanAnswer(option, false)) : [],
    maxLength: type === 'short' || type === 'long' ? (maxLength ?? usualLength[type]) : usualLength.other,
    settings: namedSettings(settings ?? {}),
    showIf: showIf ? { questionId: showIf.questionId, is: showIf.is.map((answer) => cleanAnswer(answer, false)) } : null,
  }
}

function namedSettings(settings: QuestionSettings): QuestionSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as QuestionSettings
}

/** What is wrong with the questions of a form: `path` is the list's name in the request. */
export function questionProblems(questions: readonly EditedQuestion[], form: Form, path: string): FieldError[] {
  return formProblems(questions, form).map((problem) => ({
    path: problem.path === '' ? path : `${path}.${problem.path}`,
    code: `forms:question.${problem.code}`,
    values: problem.values,
  }))
}

/** Whether the questions ask the same as before, in the same order. */
export function sameQuestions(before: readonly EditedQuestion[], after: readonly EditedQuestion[]): boolean {
  const essence = ({ id, type, label, help, required, options, maxLength, settings, showIf }: EditedQuestion) => ({
    id,
    type,
    label,
    help,
    required,
    options,
    maxLength,
    settings,
    showIf,
  })
  return isDeepStrictEqual(before.map(essence), after.map(essence))
}

function hasOptions(type: QuestionType): boolean {
  return type === 'choice' || type === 'choices'
}
