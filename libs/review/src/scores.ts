import { highestPoint, type Scored, type WeighedCriterion } from './points.js'
import { meanShare, type Share } from './share.js'

/** What one reviewer gave: the mean of her points, each criterion counted by its weight, as a share of the highest. */
export function shareOf({ points }: Pick<Scored, 'points'>, criteria: readonly WeighedCriterion[]): Share {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const part = criteria.reduce((sum, { id, weight }) => sum + weight * (points[id] ?? 0), 0)
  return { part, of: highestPoint * weights }
}

/**
 * The score of every application that has one: the plain mean of what its reviewers gave. It is the only score that decides.
 *
 * @param scored at most one per application and reviewer; those of a reviewer who knows the person are left out by the caller.
 */
export function scoresOf(scored: readonly Scored[], criteria: readonly WeighedCriterion[]): ReadonlyMap<string, Share> {
  const given = Map.groupBy(scored, ({ applicationId }) => applicationId)
  const scores = new Map<string, Share>()
  for (const [applicationId, ofOne] of given) {
    const mean = meanShare(ofOne.map((one) => shareOf(one, criteria)))
    if (mean !== null) scores.set(applicationId, mean)
  }
  return scores
}
