import { decidingTypes, mostQuestions, type ShowIf } from '#forms'
import type { DraftQuestion } from './draft-question.js'

/** The same questions with one of them in another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}

/** The same questions with one more, right below the one it was made from. Its conditions stay; no answers are its own. */
export function duplicated(questions: readonly DraftQuestion[], index: number): DraftQuestion[] {
  const original = questions[index]
  if (!original || questions.length >= mostQuestions) return [...questions]
  const { id: _id, ...rest } = original
  return [...questions.slice(0, index + 1), { ...rest, key: crypto.randomUUID() }, ...questions.slice(index + 1)]
}

/** Questions of another form as new ones of this: without answers, and with a condition only where what it asks came along. */
export function copied(chosen: readonly DraftQuestion[]): DraftQuestion[] {
  const keys = new Map(chosen.map(({ key }) => [key, crypto.randomUUID()]))
  return chosen.map(({ id: _id, ...question }) => {
    const asked = question.showIf && keys.get(question.showIf.questionId)
    return {
      ...question,
      key: keys.get(question.key) ?? question.key,
      showIf: asked && question.showIf ? { ...question.showIf, questionId: asked } : null,
    }
  })
}

/** The questions whose answers a question in this place can depend on. */
export const askable = (questions: readonly DraftQuestion[], index: number): DraftQuestion[] =>
  questions.slice(0, index).filter(({ type }) => decidingTypes.some((deciding) => deciding === type))

/** What keeps a condition from ever being met: what it asks is gone, or stands below it. */
export type ConditionTrouble = { kind: 'gone' } | { kind: 'below'; asked: DraftQuestion; at: number }

/** @returns null where there is no condition, or one that can be met. */
export function conditionTrouble(questions: readonly DraftQuestion[], index: number): ConditionTrouble | null {
  const showIf: ShowIf | null = questions[index]?.showIf ?? null
  if (!showIf) return null
  const at = questions.findIndex(({ key }) => key === showIf.questionId)
  const asked = questions[at]
  if (!asked) return { kind: 'gone' }
  return at < index ? null : { kind: 'below', asked, at }
}

/** Another text for one answer of a list; conditions that name the answer follow it, unless two are called the same for a moment. */
export function withOption(questions: readonly DraftQuestion[], key: string, index: number, text: string): DraftQuestion[] {
  const before = questions.find((question) => question.key === key)?.options ?? []
  const old = before[index]
  const isPlain = before.filter((option) => option === old).length === 1
  return withAnswers(
    questions,
    key,
    before.map((option, at) => (at === index ? text : option)),
    (answer) => (isPlain && answer === old ? [text] : [answer]),
  )
}

/** One answer fewer; conditions no longer name it. */
export function withoutOption(questions: readonly DraftQuestion[], key: string, index: number): DraftQuestion[] {
  const before = questions.find((question) => question.key === key)?.options ?? []
  const after = before.filter((_, at) => at !== index)
  return withAnswers(questions, key, after, (answer) => (answer === before[index] && !after.includes(answer) ? [] : [answer]))
}

function withAnswers(
  questions: readonly DraftQuestion[],
  key: string,
  options: string[],
  follow: (answer: string) => string[],
): DraftQuestion[] {
  return questions.map((question) => {
    if (question.key === key) return { ...question, options }
    if (question.showIf?.questionId !== key) return question
    return { ...question, showIf: { ...question.showIf, is: question.showIf.is.flatMap(follow) } }
  })
}
