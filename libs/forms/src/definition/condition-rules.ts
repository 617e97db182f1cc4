import { fixedAnswers } from '../shown.js'
import type { Rule, WrittenQuestion } from './problem.js'

/** What is wrong with the condition of the question at a place of the form. */
export function conditionRules(questions: readonly WrittenQuestion[], place: number): readonly Rule[] {
  const showIf = questions[place]?.showIf ?? null
  if (showIf === null) return []
  const deciding = questions.findIndex(({ id }) => id === showIf.questionId)
  const question = questions[deciding]
  if (question === undefined) return [[true, 'showIf.questionId', 'conditionUnknown']]
  if (deciding >= place) return [[true, 'showIf.questionId', 'conditionNotAbove']]
  const known = fixedAnswers(question)
  if (known === undefined) return [[true, 'showIf.questionId', 'conditionType', { question: question.label }]]
  return [
    [showIf.is.length === 0, 'showIf.is', 'conditionEmpty'],
    ...showIf.is.map(
      (option, index): Rule => [!known.includes(option), `showIf.is.${index}`, 'conditionOption', { option, question: question.label }],
    ),
  ]
}
