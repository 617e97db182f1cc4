import { freezesAt } from '#policy'
import type { DrawFacts, Event, EventPhase } from '../events/index.js'
import type { Followup } from '../followup/index.js'
import type { Actors, Figures } from './event-figures.js'

/** Everything that an event's home is made from. */
export interface HomeFacts {
  readonly event: Event
  readonly phase: EventPhase
  readonly draw: DrawFacts
  readonly figures: Figures
  readonly followup: Followup | null
  readonly actors: Actors
  /** How many fields keep the draft from being published. */
  readonly missing: number
  readonly publicUrl: string
  readonly now: Date
}

/** Whether applications are being read now: past the close, and the scores are not final. */
export function isReviewed({ event, draw, now }: HomeFacts): boolean {
  const freeze = freezesAt(event.policy, event.closesAt)
  return event.policy.review !== null && draw.state === 'none' && freeze !== null && now < freeze
}

/** The last moment at which somebody may still answer. */
export function answersDue({ event, figures }: HomeFacts): Date | null {
  const { answerBy } = event
  const { lastDeadline } = figures
  return answerBy !== null && lastDeadline !== null && lastDeadline > answerBy ? lastDeadline : answerBy
}
