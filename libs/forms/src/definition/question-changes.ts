import type { Question, QuestionSettings } from '../question.js'

/**
 * What a change of a form does to answers that were given before it. No answer is ever lost: what no longer fits stays with its application
 * and is shown to the team as it was given.
 */
export type QuestionChangeCode =
  /** It is no longer asked; its answers are kept. */
  | 'removed'
  /** It asks for something else; what was answered is kept and no longer counts as an answer to it. */
  | 'retyped'
  /** `option`: it can no longer be chosen. */
  | 'optionRemoved'
  /** `max`: answers may no longer be as long. */
  | 'shortened'
  /** Other numbers, days, files or networks are asked for than before. */
  | 'narrowed'
  /** Those who left it open are asked for it when they change their application. */
  | 'madeRequired'
  /** It is asked only if another answer says so; the others' answers go when they change their application. */
  | 'conditioned'
  /** A new question that must be answered: those who applied before have not. */
  | 'requiredAdded'

export interface QuestionChange {
  /** Of the question as it was, or of the new one, which may not have an id yet. */
  readonly questionId: string | null
  readonly label: string
  readonly code: QuestionChangeCode
  readonly values: Readonly<Record<string, string | number>>
}

type Changed = Omit<Question, 'id'> & { readonly id?: string }

/**
 * Which changes of a form touch answers that were given before it; label, help, order and wider limits do none.
 *
 * @param before as it is kept.
 * @param after as it shall be; what has the id of a question before is that question.
 */
export function questionChanges(before: readonly Question[], after: readonly Changed[]): readonly QuestionChange[] {
  const kept = new Map(after.flatMap((question) => (question.id === undefined ? [] : [[question.id, question] as const])))
  const known = new Set(before.map(({ id }) => id))
  return [
    ...before.flatMap((question) => changesOf(question, kept.get(question.id))),
    ...after
      .filter(({ id, required }) => required && (id === undefined || !known.has(id)))
      .map(({ label }): QuestionChange => ({ questionId: null, label, code: 'requiredAdded', values: {} })),
  ]
}

function changesOf(before: Question, after: Changed | undefined): readonly QuestionChange[] {
  const change = (code: QuestionChangeCode, values: QuestionChange['values'] = {}): QuestionChange => ({
    questionId: before.id,
    label: before.label,
    code,
    values,
  })
  if (before.type === 'heading') return []
  if (after === undefined) return [change('removed')]
  if (isOther(before, after)) return [change('retyped')]
  return [
    ...gone(before, after).map((option) => change('optionRemoved', { option })),
    ...(isText(before) && after.maxLength < before.maxLength ? [change('shortened', { max: after.maxLength })] : []),
    ...(isNarrower(before.settings, after.settings) ? [change('narrowed')] : []),
    ...(after.required && !before.required ? [change('madeRequired')] : []),
    ...(isConditioned(before, after) ? [change('conditioned')] : []),
  ]
}

/** A short text becomes a long one without harm. */
function isOther(before: Question, after: Changed): boolean {
  return before.type !== after.type && !(before.type === 'short' && after.type === 'long')
}

function isText({ type }: Question): boolean {
  return type === 'short' || type === 'long'
}

function gone(before: Question, after: Changed): readonly string[] {
  return before.options.filter((option) => !after.options.includes(option))
}

function isNarrower(before: QuestionSettings, after: QuestionSettings): boolean {
  return (
    isHigher(before.least, after.least) ||
    isHigher(after.most, before.most, Number.POSITIVE_INFINITY) ||
    (after.decimals ?? 0) < (before.decimals ?? 0) ||
    isHigher(before.earliest, after.earliest) ||
    isHigher(after.latest, before.latest, '9999-12-31') ||
    (after.fewest ?? 0) > (before.fewest ?? 0) ||
    isHigher(after.mostChoices, before.mostChoices, Number.POSITIVE_INFINITY) ||
    (after.network !== undefined && after.network !== before.network)
  )
}

/** Whether the second bound is above the first; a bound that is not there is the fallback, or below everything. */
function isHigher<T extends string | number>(low: T | undefined, high: T | undefined, fallback?: T): boolean {
  const [from, to] = [low ?? fallback, high ?? fallback]
  if (to === undefined) return false
  return from === undefined || to > from
}

function isConditioned(before: Question, after: Changed): boolean {
  if (after.showIf === null) return false
  const { questionId, is } = after.showIf
  return before.showIf === null || before.showIf.questionId !== questionId || before.showIf.is.some((option) => !is.includes(option))
}
