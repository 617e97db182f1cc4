import { DateTime } from 'luxon'

export const eventMoments = ['opening', 'close', 'scores', 'beacon', 'answers', 'day', 'dayAfter'] as const
export type EventMoment = (typeof eventMoments)[number]

/** The times of an event that the time machine can go to; null where the organizer has not set one. */
export interface EventTimes {
  readonly timeZone: string
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  /** When the scores of a review are final; null without one. */
  readonly reviewUntil: Date | null
  readonly answerBy: Date | null
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  /** When the draw's round comes out; null before the commitment. */
  readonly roundAt: Date | null
  /** The latest deadline of an invitation that waits for an answer. */
  readonly lastDeadline: Date | null
}

/** By noon after the event the thanks have gone out. */
const noon = { hour: 12, minute: 0, second: 0, millisecond: 0 }

/** The moments of an event in order, as far as they are known. */
export function momentsOf(times: EventTimes): readonly { readonly key: EventMoment; readonly at: Date }[] {
  const dates: Record<EventMoment, Date | null> = {
    opening: times.opensAt,
    close: times.closesAt,
    scores: times.reviewUntil,
    beacon: times.roundAt,
    answers: later(times.answerBy, times.lastDeadline),
    day: times.startsAt,
    dayAfter: times.endsAt && DateTime.fromJSDate(times.endsAt, { zone: times.timeZone }).plus({ days: 1 }).set(noon).toJSDate(),
  }
  return eventMoments.flatMap((key) => {
    const at = dates[key]
    return at === null ? [] : [{ key, at }]
  })
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
