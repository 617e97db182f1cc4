import type { Answers, Question } from './question.js'

/**
 * Where somebody says she is from: the answer to the first question for a country that she was asked and answered.
 *
 * @param answers from cleanAnswers(), without errors.
 * @returns ISO 3166-1 alpha-2, or null where no country is asked for or given.
 */
export function countryAnswer(questions: readonly Pick<Question, 'id' | 'type'>[], answers: Answers): string | null {
  const given = questions.flatMap(({ id, type }) => (type === 'country' && Object.hasOwn(answers, id) ? (answers[id] ?? []) : []))
  return given[0] ?? null
}
