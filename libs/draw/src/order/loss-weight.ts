const USUAL_CAP = 5

/** Weight of somebody who lost so many draws before: losses^2 + 1, losses counted up to a cap, usually 5 (protocol section 6). */
export function lossWeight(losses: number, cap = USUAL_CAP): number {
  return Math.min(Math.max(0, Math.floor(losses)), cap) ** 2 + 1
}

/** Weight of a group: the mean of its members' weights, rounded down, so that forming one never gains (protocol section 6). */
export function groupWeight(memberWeights: readonly number[]): number {
  if (memberWeights.length === 0) throw new RangeError('a group has at least one member')
  return Math.floor(memberWeights.reduce((sum, weight) => sum + weight, 0) / memberWeights.length)
}
