import { lossWeight } from '#draw'
import type { SelectionPolicy, WeightRule } from './policy.js'

/** The protocol's cap (section 6): a ticket costs as many hashes as it has lots. */
export const mostLots = 100

/** Extra lots for so many applications without luck. */
export function lossExtra({ losses: rule, lossCap }: Pick<WeightRule, 'losses' | 'lossCap'>, losses: number): number {
  switch (rule) {
    case 'none':
      return 0
    case 'linear':
      return Math.min(Math.max(0, Math.floor(losses)), lossCap)
    case 'squared':
      return lossWeight(losses, lossCap) - 1
  }
}

/** The most lots that one ticket can have: the `maxWeight` of the manifest. A question has one answer, so its options do not add up. */
export function largestWeight({ weights }: Pick<SelectionPolicy, 'weights'>): number {
  const byQuestion = new Map<string, number>()
  for (const { questionId, extra } of weights.answers) byQuestion.set(questionId, Math.max(extra, byQuestion.get(questionId) ?? 0))
  const answers = [...byQuestion.values()].reduce((sum, extra) => sum + extra, 0)
  return 1 + weights.firstTimers + lossExtra(weights, weights.lossCap) + answers
}
