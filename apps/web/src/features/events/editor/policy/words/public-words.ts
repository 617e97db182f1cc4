import { policyWording, type WordingSection } from '#policy'
import type { Instant, Locale } from '../../../../../lib/api/types.js'
import { formatDay, formatTime } from '../../../../../lib/time.js'
import type { PolicyForm } from '../policy-form.js'
import { withShortNames } from '../short-names.js'

export type Heading = WordingSection['heading']

/** What the public will read of these settings, in one language: the words the server makes of them once they are saved. */
export function publicWords(
  form: Pick<PolicyForm, 'policy' | 'context' | 'timeZone' | 'proof'>,
  locale: Locale,
  trial: boolean,
): readonly WordingSection[] {
  const { policy, context, timeZone, proof } = form
  const formatMoment = (instant: Instant) => {
    const [day, time] = [formatDay(instant, timeZone, locale, { year: true }), formatTime(instant, timeZone, locale)]
    return `${locale === 'nl' ? `${day} om ${time} uur` : `${day} at ${time}`} (${timeZone})`
  }
  const event = { ...context, holdUntil: context.answerBy, proof, trialBeacon: trial, formatTime: formatMoment }
  return policyWording(withShortNames(policy), event, locale)
}

/** Which sentences a change takes away and which it brings, as it would be published. */
export function changedWords(before: readonly WordingSection[], after: readonly WordingSection[]) {
  const sentences = (parts: readonly WordingSection[]) => parts.flatMap((part) => part.sentences)
  const missingFrom = (one: readonly string[], other: readonly string[]) => other.filter((sentence) => !one.includes(sentence))
  const [old, now] = [sentences(before), sentences(after)]
  return { removed: missingFrom(now, old), added: missingFrom(old, now) }
}
