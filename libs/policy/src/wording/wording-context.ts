import type { Network } from '../networks.js'
import type { PolicyContext } from '../policy-context.js'

/** What the public rules name besides the policy. */
export interface WordingContext extends Pick<PolicyContext, 'capacity' | 'questions' | 'closesAt'> {
  /** An RFC 3339 time as people read it, in the event's time zone and with its name. */
  readonly formatTime: (iso: string) => string
  /** When seats that are kept for a group go to whoever fits: the date of the `final` event (draw protocol section 9). */
  readonly holdUntil?: string | null
  /** The reasons for which seats can be picked by hand, in the language of the wording. */
  readonly pickedReasons?: readonly string[]
  /** On which networks an applicant must show that an account is hers; none where nobody must. */
  readonly proof?: readonly Network[]
  /** Whether the beacon is the installation's own, which is not public. */
  readonly trialBeacon?: boolean
}
