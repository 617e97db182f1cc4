export const eventPhases = ['draft', 'announced', 'open', 'closed', 'drawn', 'live', 'wrapped', 'archived', 'cancelled'] as const
export type EventPhase = (typeof eventPhases)[number]

/** What decides the phase of an event. */
export interface EventTimes {
  readonly publishedAt: Date | null
  readonly cancelledAt: Date | null
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  readonly drawnAt: Date | null
}

/** How long after its end an event still counts as just over. */
const afterglow = 90 * 24 * 60 * 60 * 1000

/** The phase of an event at a time. It is never stored: this function says it, and everything else asks it. */
export function eventPhase(event: EventTimes, now: Date): EventPhase {
  const { publishedAt, opensAt, closesAt, startsAt, endsAt } = event
  if (event.cancelledAt) return 'cancelled'
  if (!publishedAt || !opensAt || !closesAt || !startsAt || !endsAt) return 'draft'
  if (now >= new Date(endsAt.getTime() + afterglow)) return 'archived'
  if (now >= endsAt) return 'wrapped'
  if (now >= startsAt) return 'live'
  if (now < opensAt) return 'announced'
  if (now < closesAt) return 'open'
  return event.drawnAt ? 'drawn' : 'closed'
}
