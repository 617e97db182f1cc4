import { DateTime } from 'luxon'
import { policyWording, type WordingSection } from '#policy'
import { type Locale, locales } from '../http/index.js'
import { networksNeeded } from './handle-proof.js'
import { isoTime } from './event-parts.presenter.js'
import type { Event } from './event.entity.js'
import type { Question } from './question.entity.js'

/** The rules as everybody reads them, in each language. */
export type PublicRules = Readonly<Record<Locale, readonly WordingSection[]>>

type RuledEvent = Pick<Event, 'policy' | 'capacity' | 'timeZone' | 'closesAt' | 'answerBy' | 'handleProof'>

/** The rules that follow from the settings of an event. */
export function publicRules(event: RuledEvent, questions: readonly Question[], trialBeacon: boolean): PublicRules {
  const { policy, capacity, timeZone } = event
  const wording = (locale: Locale) =>
    policyWording(
      policy,
      {
        capacity,
        questions,
        closesAt: isoTime(event.closesAt),
        holdUntil: isoTime(event.answerBy),
        proof: networksNeeded(event.handleProof),
        trialBeacon,
        formatTime: (instant) => zonedMoment(instant, timeZone, locale),
      },
      locale,
    )
  return Object.fromEntries(locales.map((locale) => [locale, wording(locale)])) as Record<Locale, WordingSection[]>
}

/** "Friday 7 May 2027 at 20:00 (Europe/Amsterdam)". */
function zonedMoment(instant: string, timeZone: string, locale: Locale): string {
  const moment = DateTime.fromISO(instant, { zone: timeZone, locale })
  return `${moment.toFormat(locale === 'nl' ? "cccc d LLLL yyyy 'om' HH.mm 'uur'" : "cccc d LLLL yyyy 'at' HH:mm")} (${timeZone})`
}
