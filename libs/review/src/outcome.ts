import { compareShares, reaches, type Share } from './share.js'

/** What the scores decide, as a policy declares it. */
export type OutcomeRule = { readonly kind: 'top'; readonly seats: number } | { readonly kind: 'threshold'; readonly percent: number }

/** Where an application goes: a seat of its own, the draw, or neither and why. */
export type ReviewOutcome = 'seat' | 'draw' | 'below-threshold' | 'not-reviewed'

/**
 * What becomes of each application.
 * - `threshold`: whoever reaches it takes part in the draw.
 * - `top`: the best take the seats. When the last seat lies inside a tie, none of those who tie gets one: they go into the draw together
 *   with everybody else, and the seats that stay go there too. So nothing but the scores can decide, and nobody can steer a tie.
 *
 * @param applicationIds everybody who would take part; scores of others are ignored.
 */
export function reviewOutcomes(
  applicationIds: readonly string[],
  scores: ReadonlyMap<string, Share>,
  rule: OutcomeRule,
): ReadonlyMap<string, ReviewOutcome> {
  if (rule.kind === 'threshold') return new Map(applicationIds.map((id) => [id, byThreshold(scores.get(id), rule.percent)]))
  const cut = cutOf(applicationIds, scores, rule.seats)
  return new Map(
    applicationIds.map((id) => {
      const score = scores.get(id)
      return [id, score !== undefined && cut !== null && compareShares(score, cut) >= 0 ? 'seat' : 'draw']
    }),
  )
}

/** The lowest score that still gets a seat, or null when no score does. */
export function cutOf(applicationIds: readonly string[], scores: ReadonlyMap<string, Share>, seats: number): Share | null {
  const ranked = applicationIds.flatMap((id) => scores.get(id) ?? []).sort((one, other) => compareShares(other, one))
  const firstLeftOut = ranked[seats]
  const seated = ranked.slice(0, seats)
  if (firstLeftOut === undefined) return seated.at(-1) ?? null
  return seated.findLast((score) => compareShares(score, firstLeftOut) > 0) ?? null
}

function byThreshold(score: Share | undefined, percent: number): ReviewOutcome {
  if (score === undefined) return 'not-reviewed'
  return reaches(score, percent) ? 'draw' : 'below-threshold'
}
