import type { QuestionType } from '#forms'
import type { Question, QuestionInput } from '../../lib/api/types.js'

/** A question while it is edited. The key stays with it wherever it moves; conditions name other questions by their key. */
export type DraftQuestion = QuestionInput & { key: string }

/** What a question waits for. */
export type DraftCondition = NonNullable<DraftQuestion['showIf']>

/** Which form is built: what people answer to apply, or what they are asked afterwards. */
export type FormKind = 'application' | 'survey'

const typesOf: Record<FormKind, readonly QuestionType[]> = {
  application: ['short', 'long', 'choice', 'choices', 'number', 'date', 'country', 'link', 'handle', 'file', 'consent', 'heading'],
  survey: ['rating', 'short', 'long', 'choice', 'choices', 'number', 'date', 'country', 'link', 'handle', 'consent', 'heading'],
}

export const questionTypesOf = (kind: FormKind): readonly QuestionType[] => typesOf[kind]

const usualLength: Partial<Record<QuestionType, number>> = { short: 200, long: 2000 }

/** An empty question of this type, as the builder adds it. */
export const newQuestion = (type: QuestionType): DraftQuestion => ({
  key: crypto.randomUUID(),
  label: '',
  help: null,
  required: type === 'consent',
  showIf: null,
  ...answerOf(type, []),
})

/** What belongs to the kind of answer, for a question that becomes of this type; the answers on its list are kept when there is a list. */
export function answerOf(
  type: QuestionType,
  options: readonly string[],
): Pick<DraftQuestion, 'type' | 'options' | 'maxLength' | 'settings'> {
  const hasList = type === 'choice' || type === 'choices'
  return {
    type,
    options: hasList ? (options.length >= 2 ? [...options] : ['', '']) : [],
    maxLength: usualLength[type] ?? 200,
    settings: type === 'file' ? { kinds: ['image', 'pdf'], maxMegabytes: 10 } : {},
  }
}

/** The form as libs/forms reads it: under their keys, so that questions can be named that the server does not know yet. */
export const asQuestions = (drafts: readonly DraftQuestion[]): Question[] =>
  drafts.map(({ key, ...question }) => ({ ...question, id: key }))
