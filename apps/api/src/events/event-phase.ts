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

/** When the clock next changes what eventPhase says, if it ever will. */
export function phaseTurnsAt(
  { opensAt, closesAt, startsAt, endsAt }: Omit<EventTimes, 'publishedAt' | 'cancelledAt' | 'drawnAt'>,
  now: Date,
): Date | undefined {
  const turns = [opensAt, closesAt, startsAt, endsAt, endsAt && new Date(endsAt.getTime() + afterglow)]
  return soonest(turns.filter((turn) => turn !== null && turn > now))
}

/** The first of some instants. */
export function soonest(instants: readonly (Date | null | undefined)[]): Date | undefined {
  const times = instants.flatMap((instant) => (instant ? [instant.getTime()] : []))
  return times.length === 0 ? undefined : new Date(Math.min(...times))
}
