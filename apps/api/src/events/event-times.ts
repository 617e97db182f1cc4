import { DateTime } from 'luxon'
import type { FieldError } from '../http/index.js'

/** The times of an event; a draft may lack some. */
export interface EventSchedule {
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  readonly answerBy: Date | null
  readonly startsAt: Date | null
  readonly endsAt: Date | null
}

/** What the list is frozen in and the draw waits for (draw-protocol section 3), with a minute to answer in. */
const drawTakes = 11 * 60_000

/** Fields whose time is not after the one that it must follow. An answer deadline must leave time for the draw. */
export function scheduleProblems({ opensAt, closesAt, answerBy, startsAt, endsAt }: EventSchedule): FieldError[] {
  const problems: FieldError[] = []
  const mustFollow = (path: string, later: Date | null, earlier: Date | null, code: string, gap = 0): void => {
    if (later && earlier && later.getTime() <= earlier.getTime() + gap) problems.push({ path, code })
  }
  mustFollow('closesAt', closesAt, opensAt, 'events:closeAfterOpening')
  mustFollow('answerBy', answerBy, closesAt, 'events:answerAfterDraw', drawTakes)
  mustFollow('startsAt', startsAt, answerBy, 'events:startAfterAnswers')
  mustFollow('endsAt', endsAt, startsAt, 'events:endAfterStart')
  return problems
}

/** The times that a new event begins with, on the clocks of its zone. */
export function defaultSchedule(now: Date, timeZone: string): Record<keyof EventSchedule, Date> {
  const at = (days: number, hour: number): Date =>
    DateTime.fromJSDate(now, { zone: timeZone }).plus({ days }).set({ hour, minute: 0, second: 0, millisecond: 0 }).toJSDate()
  const startsAt = at(30, 18)
  return { opensAt: at(1, 9), closesAt: at(8, 20), answerBy: at(13, 20), startsAt, endsAt: new Date(startsAt.getTime() + 5 * 60 * 60_000) }
}

/** The same time on the clocks of the zone, some days later; a time that the clocks skip that day comes an hour later. */
export function daysLater(instant: Date, days: number, timeZone: string): Date {
  return DateTime.fromJSDate(instant, { zone: timeZone }).plus({ days }).toJSDate()
}

/** How many calendar days of the zone lie between two instants. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  const day = (instant: Date) => DateTime.fromJSDate(instant, { zone: timeZone }).startOf('day')
  return Math.round(day(to).diff(day(from), 'days').days)
}

/**
 * By how many days the times of an event must move so that a copy of it starts in thirty days,
 * or later where its applications would otherwise have opened already.
 */
export function daysToMove({ opensAt, startsAt }: EventSchedule, now: Date, timeZone: string): number {
  const untilStart = startsAt ? 30 + daysBetween(startsAt, now, timeZone) : 0
  const untilOpening = opensAt ? 1 + daysBetween(opensAt, now, timeZone) : untilStart
  return Math.max(untilStart, untilOpening)
}

/** All times some days later. Where the clocks change between two times that lie close together, they keep their distance rather than their hour. */
export function movedSchedule(schedule: EventSchedule, days: number, timeZone: string): EventSchedule {
  const onTheClock = mapTimes(schedule, (instant) => daysLater(instant, days, timeZone))
  return scheduleProblems(onTheClock).length === 0
    ? onTheClock
    : mapTimes(schedule, (instant) => new Date(instant.getTime() + days * 24 * 60 * 60_000))
}

function mapTimes({ opensAt, closesAt, answerBy, startsAt, endsAt }: EventSchedule, move: (instant: Date) => Date): EventSchedule {
  const moved = (instant: Date | null) => instant && move(instant)
  return { opensAt: moved(opensAt), closesAt: moved(closesAt), answerBy: moved(answerBy), startsAt: moved(startsAt), endsAt: moved(endsAt) }
}
