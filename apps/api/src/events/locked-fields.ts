import type { EventInput } from './dto/event.dto.js'
import { eventPhase, type EventTimes } from './event-phase.js'

type Field = keyof EventInput

/** What people rely on once they have the address. */
const sinceAnnounced = ['slug'] as const satisfies readonly Field[]
/** What people rely on when they apply: the draw's rules, and when it is. */
const sinceOpen = [
  'slug',
  'timeZone',
  'startsAt',
  'endsAt',
  'capacity',
  'opensAt',
  'closesAt',
  'answerBy',
  'promotionHours',
  'handleProof',
] as const satisfies readonly Field[]
/**
 * Until the close the draw's policy can be changed in public, and the form where it is told what becomes of the answers; then the list is
 * sealed under both.
 */
const sinceClosed = [...sinceOpen, 'questions', 'policy'] as const satisfies readonly Field[]
/** What was asked of people once the survey has gone out. */
const sinceOver = [...sinceClosed, 'surveyQuestions'] as const satisfies readonly Field[]

/** The fields of an event that can no longer be changed. A cancelled event cannot be changed at all. */
export function lockedFields(event: EventTimes, now: Date): readonly Field[] {
  switch (eventPhase(event, now)) {
    case 'draft':
      return []
    case 'announced':
      return sinceAnnounced
    case 'open':
      return sinceOpen
    case 'closed':
    case 'drawn':
    case 'live':
      return sinceClosed
    case 'wrapped':
    case 'archived':
    case 'cancelled':
      return sinceOver
  }
}
