import type { Scored, WeighedCriterion } from './points.js'
import { shareOf } from './scores.js'
import { percentOf } from './share.js'

/** How one reviewer scores beside the others, in percent of the highest score. */
export interface Calibration {
  readonly reviewerId: string
  readonly count: number
  readonly mean: number
  /** Standard deviation: how far her scores lie apart. */
  readonly spread: number
  /** Her mean less that of the others, over the applications that she shares with somebody; null when she shares none. */
  readonly difference: number | null
}

/** Shows who scores harder or more mildly than the others did for the same applications. It informs; scores are never adjusted by it. */
export function calibrationOf(scored: readonly Scored[], criteria: readonly WeighedCriterion[]): readonly Calibration[] {
  const percent = new Map(scored.map((one) => [one, percentOf(shareOf(one, criteria))]))
  const ofApplication = Map.groupBy(scored, ({ applicationId }) => applicationId)
  const valueOf = (one: Scored): number => percent.get(one) ?? 0
  return [...Map.groupBy(scored, ({ reviewerId }) => reviewerId)].map(([reviewerId, own]) => {
    const differences = own.flatMap((one) => {
      const others = (ofApplication.get(one.applicationId) ?? []).filter((other) => other.reviewerId !== reviewerId)
      return others.length === 0 ? [] : [valueOf(one) - mean(others.map(valueOf))]
    })
    const values = own.map(valueOf)
    return {
      reviewerId,
      count: own.length,
      mean: mean(values),
      spread: deviation(values),
      difference: differences.length === 0 ? null : mean(differences),
    }
  })
}

/** How far the reviewers of each application lie apart, in percent of the highest score; the widest first, those with one score left out. */
export function disagreements(
  scored: readonly Scored[],
  criteria: readonly WeighedCriterion[],
): readonly { readonly applicationId: string; readonly lowest: number; readonly highest: number }[] {
  return [...Map.groupBy(scored, ({ applicationId }) => applicationId)]
    .filter(([, given]) => given.length > 1)
    .map(([applicationId, given]) => {
      const values = given.map((one) => percentOf(shareOf(one, criteria)))
      return { applicationId, lowest: Math.min(...values), highest: Math.max(...values) }
    })
    .sort((one, other) => other.highest - other.lowest - (one.highest - one.lowest) || (one.applicationId < other.applicationId ? -1 : 1))
}

/** Every score less what its reviewer gives more than the others, so that a harsh reviewer is seen to matter or not. For information. */
export function adjustedScores(scored: readonly Scored[], criteria: readonly WeighedCriterion[]): ReadonlyMap<string, number> {
  const bias = new Map(calibrationOf(scored, criteria).map(({ reviewerId, difference }) => [reviewerId, difference ?? 0]))
  return new Map(
    [...Map.groupBy(scored, ({ applicationId }) => applicationId)].map(([applicationId, given]) => [
      applicationId,
      mean(given.map((one) => percentOf(shareOf(one, criteria)) - (bias.get(one.reviewerId) ?? 0))),
    ]),
  )
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}
