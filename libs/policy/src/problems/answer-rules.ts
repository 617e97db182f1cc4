import type { QuestionType } from '#forms'
import type { PolicyQuestion } from '../policy-context.js'
import type { Rule } from './problem.js'

/** What a question and its options must be for a policy to look at the answer. `at`: of the object that names them; `types`: of which kinds it may be. */
export function answerRules(
  at: string,
  questionId: string,
  options: readonly (readonly [path: string, option: string])[],
  questions: readonly PolicyQuestion[],
  types: readonly QuestionType[] = ['choice'],
): readonly Rule[] {
  const question = questions.find(({ id }) => id === questionId)
  if (question === undefined) return [[true, `${at}.questionId`, 'questionGone']]
  if (!types.includes(question.type)) return [[true, `${at}.questionId`, 'questionNotChoice', { question: question.label }]]
  return options.map(
    ([path, option]): Rule => [!question.options.includes(option), path, 'optionGone', { option, question: question.label }],
  )
}
