import type { Randomness } from '../policy.js'
import type { Speaker } from './say.js'
import type { WordingContext } from './wording-context.js'

/** Where the order comes from, and which guarantee is weaker than with a public beacon (draw protocol section 5). */
export function randomnessSentences(randomness: Randomness, { trialBeacon = false }: WordingContext, speaker: Speaker): readonly string[] {
  const { say, all } = speaker
  const { mode, contributors, fallbackDays } = randomness
  const count = contributors.length
  const names = all(contributors.map(({ name }) => name))
  switch (mode) {
    case 'commit-reveal':
      return [
        say('randomness.secrets', { names }),
        say(count === 1 ? 'randomness.weakOne' : 'randomness.weakMany'),
        say('randomness.noClock'),
        say('randomness.alsoStop', { count }),
      ]
    case 'both':
      return [say(trialBeacon ? 'randomness.trialBoth' : 'randomness.both', { names }), say('randomness.canStop', { count })]
    case 'beacon':
      return [
        say(trialBeacon ? 'randomness.trialBeacon' : 'randomness.beacon'),
        ...(fallbackDays === null || count === 0
          ? []
          : [say('randomness.fallback', { names, count: fallbackDays }), say('randomness.fallbackWeaker')]),
      ]
  }
}
