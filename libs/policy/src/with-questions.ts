import type { SelectionPolicy } from './policy.js'

/**
 * The same policy over other questions, as a copy of an event has them.
 *
 * @param questionIds new id by old id. What names a question that is not there keeps its id, for policyProblems() to say so.
 */
export function withQuestions(policy: SelectionPolicy, questionIds: ReadonlyMap<string, string>): SelectionPolicy {
  const moved = <T extends { readonly questionId: string }>(part: T): T => ({
    ...part,
    questionId: questionIds.get(part.questionId) ?? part.questionId,
  })
  return {
    ...policy,
    pools: policy.pools.map((pool) => (pool.who.kind === 'answer' ? { ...pool, who: moved(pool.who) } : pool)),
    weights: { ...policy.weights, answers: policy.weights.answers.map(moved) },
  }
}
