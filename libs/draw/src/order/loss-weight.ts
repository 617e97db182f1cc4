const MAX_LOSSES = 5

/** Weight of somebody who lost so many draws before: losses^2 + 1, losses counted up to 5 (protocol section 6). */
export function lossWeight(losses: number): number {
  return Math.min(Math.max(0, Math.floor(losses)), MAX_LOSSES) ** 2 + 1
}

/** Weight of a group: the mean of its members' weights, rounded down, so that forming one never gains (protocol section 6). */
export function groupWeight(memberWeights: readonly number[]): number {
  if (memberWeights.length === 0) throw new RangeError('a group has at least one member')
  return Math.floor(memberWeights.reduce((sum, weight) => sum + weight, 0) / memberWeights.length)
}
