import type { Answer } from '#forms'
import type { Chance } from './chance.js'
import type { Fan } from './crowd.js'
import type { DemoQuestion } from './demo-event.js'

interface KeptQuestion {
  readonly id: string
  readonly label: string
}

/** The questions as a new event takes them: what depends on another question waits until that one has an id. */
export function writtenQuestions(questions: readonly DemoQuestion[]): object[] {
  return questions.map(({ answers: _, showIf: __, ...question }) => question)
}

/** The same questions, once they are kept, with the conditions among them; undefined when there are none. */
export function conditionalQuestions(questions: readonly DemoQuestion[], kept: readonly KeptQuestion[]): object[] | undefined {
  if (questions.every(({ showIf }) => showIf === undefined)) return undefined
  const idOf = new Map(kept.map(({ label, id }) => [label, id]))
  return kept.map((question, index) => {
    const condition = questions[index]?.showIf
    return condition ? { ...question, showIf: { questionId: idOf.get(condition.label), is: condition.is } } : question
  })
}

/** What somebody answers, by the id of the question. */
export function playedAnswers(
  questions: readonly DemoQuestion[],
  kept: readonly KeptQuestion[],
  fan: Fan,
  chance: Chance,
): Record<string, Answer> {
  const given = new Map<string, Answer>()
  for (const { label, showIf, answers = [] } of questions) {
    const choices = typeof answers === 'function' ? answers(given, fan) : answers
    if (choices.length === 0 || (showIf && !includesAny(given.get(showIf.label), showIf.is))) continue
    const answer = chance.pick(choices)
    if (answer.length > 0) given.set(label, answer)
  }
  return Object.fromEntries(kept.flatMap(({ id, label }) => (given.has(label) ? [[id, given.get(label) ?? '']] : [])))
}

const includesAny = (answer: Answer | undefined, wanted: readonly string[]): boolean =>
  [answer ?? []].flat().some((one) => wanted.includes(one))
