import type { SelectionPolicy } from '../policy.js'
import { besideSentences } from './beside-wording.js'
import { chanceSentences } from './chance-wording.js'
import { randomnessSentences } from './randomness-wording.js'
import { speaker, type WordingLocale } from './say.js'
import { seatSentences } from './seats-wording.js'
import { togetherSentences } from './together-wording.js'
import type { WordingContext } from './wording-context.js'

export const wordingHeadings = ['beside', 'seats', 'chance', 'together', 'randomness'] as const

/** Some sentences of the public rules that belong under one heading. */
export interface WordingSection {
  readonly heading: (typeof wordingHeadings)[number]
  readonly sentences: readonly string[]
}

/**
 * The public rules of an event, made from its policy: plain text, to be read by everybody who applies.
 *
 * @param policy one without problems.
 * @returns sections in the order in which things happen; `beside` is missing when every seat is drawn among all applications.
 */
export function policyWording(policy: SelectionPolicy, context: WordingContext, locale: WordingLocale): readonly WordingSection[] {
  const voice = speaker(locale)
  const sections: readonly WordingSection[] = [
    { heading: 'beside', sentences: besideSentences(policy, context, voice) },
    { heading: 'seats', sentences: seatSentences(policy, context, voice) },
    { heading: 'chance', sentences: chanceSentences(policy, context, voice) },
    { heading: 'together', sentences: togetherSentences(policy, context, voice) },
    { heading: 'randomness', sentences: randomnessSentences(policy.randomness, context, voice) },
  ]
  return sections.filter(({ sentences }) => sentences.length > 0)
}
