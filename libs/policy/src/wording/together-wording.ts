import { largestWeight } from '../largest-weight.js'
import type { SelectionPolicy } from '../policy.js'
import { tagOfPool } from '../tag-of-pool.js'
import type { Speaker } from './say.js'
import type { WordingContext } from './wording-context.js'

/** Who may come together, and what that does to a chance. */
export function togetherSentences(policy: SelectionPolicy, context: WordingContext, { say }: Speaker): readonly string[] {
  const { largest, fill } = policy.companions
  if (largest <= 1) return [say('together.alone')]
  const { closesAt, formatTime, holdUntil = null } = context
  const held = holdUntil === null ? say('together.hold') : say('together.holdUntil', { time: formatTime(holdUntil) })
  return [
    closesAt === null ? say('together.upTo', { largest }) : say('together.upToBefore', { largest, time: formatTime(closesAt) }),
    say('together.allOrNone'),
    say(largestWeight(policy) > 1 ? 'together.meanLots' : 'together.oneLot'),
    ...(policy.pools.some((pool) => tagOfPool(pool) !== null) ? [say('together.allMeet')] : []),
    fill === 'hold' ? held : say('together.firstFit'),
  ]
}
