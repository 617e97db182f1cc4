import { cleanAnswer } from './clean-answer.js'
import type { Answer, Answers, Question } from './question.js'

/**
 * Answers as they are kept: each one cleaned, the empty ones left out.
 *
 * @param questions the form; it says which answers may have several lines.
 * @param answers what somebody typed, by question id.
 * @returns a new record in which no answer is empty. Answers to unknown questions stay, for validateAnswers() to name them.
 */
export function cleanAnswers(questions: readonly Question[], answers: Answers): Answers {
  const long = new Set(questions.filter(({ type }) => type === 'long').map(({ id }) => id))
  const cleaned = Object.entries(answers).map(([id, answer]) => [id, tidied(answer, long.has(id))] as const)
  return Object.fromEntries(cleaned.filter(([, answer]) => answer.length > 0))
}

function tidied(answer: Answer, multiline: boolean): Answer {
  if (typeof answer === 'string') return cleanAnswer(answer, multiline)
  return [...new Set(answer.map((one) => cleanAnswer(one, false)).filter((one) => one !== ''))]
}
