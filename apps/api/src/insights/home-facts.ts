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

/** The last moment at which somebody may still answer. */
export function answersDue({ event, figures }: HomeFacts): Date | null {
  const { answerBy } = event
  const { lastDeadline } = figures
  return answerBy !== null && lastDeadline !== null && lastDeadline > answerBy ? lastDeadline : answerBy
}
