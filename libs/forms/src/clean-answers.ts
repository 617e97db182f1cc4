import { kinds } from './kinds/index.js'
import type { Answer, Answers, Question } from './question.js'
import { shownQuestions } from './shown.js'
import { cleanAnswer } from './clean-answer.js'

/**
 * Answers as they are kept: each one in the form of its type, without the empty ones and those to questions that are not asked. What is
 * chosen of several stands in the order of the options, each once.
 *
 * @param questions the form.
 * @param answers what somebody typed, by question id.
 * @returns a new record in which no answer is empty; cleaning it again changes nothing. Answers to unknown questions stay, for
 * validateAnswers() to name them.
 */
export function cleanAnswers(questions: readonly Question[], answers: Answers): Record<string, Answer> {
  const known = new Map(questions.map((question) => [question.id, question]))
  const shown = new Set(shownQuestions(questions, answers).map(({ id }) => id))
  const kept = Object.entries(answers)
    .filter(([id]) => shown.has(id) || !known.has(id))
    .map(([id, answer]) => [id, keptAnswer(known.get(id), answer)] as const)
  return Object.fromEntries(kept.filter(([, answer]) => answer.length > 0))
}

function keptAnswer(question: Question | undefined, answer: Answer): Answer {
  const keep = (one: string): string => (question === undefined ? cleanAnswer(one, false) : kinds[question.type].keep(one, question))
  if (question?.type !== 'choices' && typeof answer === 'string') return keep(answer)
  const given = new Set([answer].flat().map(keep))
  given.delete('')
  const options = question?.options ?? []
  // What is no option comes last, for validateAnswers() to refuse.
  return [...options.filter((option) => given.has(option)), ...[...given].filter((one) => !options.includes(one))]
}
