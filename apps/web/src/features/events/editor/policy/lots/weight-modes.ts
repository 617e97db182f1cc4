import { usualPolicy, type WeightRule } from '#policy'

/** The three ways of giving lots that an organizer chooses from. */
export type WeightMode = 'equal' | 'losses' | 'own'

/** Draw protocol section 6: losses squared, counted up to five, 26 lots at most. */
export const lossRule: WeightRule = { losses: 'squared', lossCap: 5, firstTimers: 0, answers: [] }

/** Which of them the numbers are; what is neither of the ready ones is a mix of her own. */
export function weightModeOf({ losses, lossCap, firstTimers, answers }: WeightRule): WeightMode {
  if (firstTimers > 0 || answers.length > 0) return 'own'
  if (losses === 'none') return 'equal'
  return losses === lossRule.losses && lossCap === lossRule.lossCap ? 'losses' : 'own'
}

/** The numbers that a choice begins with. Her own mix goes on from what there was. */
export function weightsOf(mode: WeightMode, before: WeightRule): WeightRule {
  if (mode === 'equal') return usualPolicy.weights
  return mode === 'losses' ? lossRule : before
}
