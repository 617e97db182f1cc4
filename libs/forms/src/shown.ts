import { countries } from './countries.js'
import { kinds } from './kinds/index.js'
import type { Answers, Question, QuestionType } from './question.js'

/** Types whose answers are known beforehand, so that a condition or a rule can name them. */
export const decidingTypes = ['choice', 'choices', 'country', 'consent'] as const satisfies readonly QuestionType[]

/**
 * The answers that a question can have, where they are known beforehand: its options, the codes of the countries, `yes` for a consent.
 *
 * @returns undefined for a question of another type.
 */
export function fixedAnswers({ type, options }: Pick<Question, 'type' | 'options'>): readonly string[] | undefined {
  if (type === 'choice' || type === 'choices') return options
  if (type === 'country') return countries
  return type === 'consent' ? ['yes'] : undefined
}

/**
 * The questions that are asked, given these answers, in their order. A question with a condition is asked when the one that it looks at is
 * itself asked and has one of the answers. A heading that is not shown takes its whole step with it, up to the next heading.
 *
 * @param questions the form. A condition counts only on a question above.
 * @param answers as typed or as kept; both say the same.
 */
export function shownQuestions<Q extends Question>(questions: readonly Q[], answers: Answers): readonly Q[] {
  const shown = new Map<string, Q>()
  let stepIsShown = true
  return questions.filter((question) => {
    const isMet = conditionIsMet(question, shown, answers)
    if (question.type === 'heading') stepIsShown = isMet
    if (!isMet || !stepIsShown) return false
    shown.set(question.id, question)
    return true
  })
}

function conditionIsMet({ showIf }: Question, shown: ReadonlyMap<string, Question>, answers: Answers): boolean {
  if (showIf === null) return true
  const deciding = shown.get(showIf.questionId)
  const answer = deciding && Object.hasOwn(answers, deciding.id) ? answers[deciding.id] : undefined
  if (deciding === undefined || answer === undefined) return false
  const given = [answer].flat().map((one) => kinds[deciding.type].keep(one, deciding))
  // One text where one is asked for: a list is no answer to it.
  return (deciding.type === 'choices' || !Array.isArray(answer)) && showIf.is.some((option) => given.includes(option))
}
