import { DateTime } from 'luxon'
import type { DemoEvent } from './demo-event.js'
import * as events from './events/index.js'

/** When the things of a demo event happen. Missing times have not come yet when the demo begins. */
export interface DemoPlan {
  readonly event: DemoEvent
  readonly createdAt: Date
  readonly publishedAt?: Date
  readonly opensAt: Date
  readonly closesAt: Date
  readonly answerBy: Date
  readonly startsAt: Date
  readonly endsAt: Date
  /** How many people apply. */
  readonly applicants: number
  readonly cancelled?: { readonly at: Date; readonly reason: string }
}

const timeZone = 'Europe/Amsterdam'

/** The day on which the museum signs up: before everything else. */
export function firstDay(now: Date): Date {
  return at(now, -170, '09:00')
}

/** An event in each phase, as seen from this time; two are open, one in each language. */
export function demoPlans(now: Date): DemoPlan[] {
  const on = (days: number, time: string) => at(now, days, time)
  const sunday = 21 + ((7 - DateTime.fromJSDate(now, { zone: timeZone }).plus({ days: 21 }).weekday) % 7)
  const minute = DateTime.fromJSDate(now, { zone: timeZone }).startOf('minute')
  const hour = minute.startOf('hour')
  return [
    {
      event: events.firstLight,
      createdAt: on(-169, '10:00'),
      publishedAt: on(-165, '09:30'),
      opensAt: on(-160, '09:00'),
      closesAt: on(-150, '20:00'),
      answerBy: on(-145, '20:00'),
      startsAt: on(-120, '05:15'),
      endsAt: on(-120, '08:00'),
      applicants: 19,
    },
    {
      event: events.shootingStars,
      createdAt: on(-52, '11:00'),
      publishedAt: on(-50, '12:00'),
      opensAt: on(-45, '09:00'),
      closesAt: on(-36, '20:00'),
      answerBy: on(-31, '20:00'),
      startsAt: on(-4, '21:00'),
      endsAt: on(-3, '00:20'),
      applicants: 36,
    },
    {
      event: events.openDome,
      createdAt: on(-40, '15:00'),
      publishedAt: on(-38, '10:00'),
      opensAt: on(-33, '09:00'),
      closesAt: on(-24, '20:00'),
      answerBy: on(-18, '20:00'),
      startsAt: hour.minus({ hours: 2 }).toJSDate(),
      endsAt: hour.plus({ hours: 4 }).toJSDate(),
      applicants: 30,
    },
    {
      event: events.stormAtTheLighthouse,
      createdAt: on(-22, '10:00'),
      publishedAt: on(-20, '16:00'),
      opensAt: on(-14, '09:00'),
      closesAt: on(3, '20:00'),
      answerBy: on(8, '20:00'),
      startsAt: on(16, '16:00'),
      endsAt: on(16, '19:00'),
      applicants: 9,
      cancelled: { at: on(-6, '11:20'), reason: events.stormReason },
    },
    {
      event: events.telescopeWorkshop,
      createdAt: on(-21, '13:30'),
      publishedAt: on(-19, '10:00'),
      opensAt: on(-15, '09:00'),
      closesAt: on(-5, '20:00'),
      answerBy: on(2, '20:00'),
      startsAt: on(13, '10:30'),
      endsAt: on(13, '20:30'),
      applicants: 32,
    },
    {
      event: events.insideTheMoonLander,
      createdAt: on(-16, '09:45'),
      publishedAt: on(-12, '14:00'),
      opensAt: on(-8, '09:00'),
      closesAt: minute.minus({ minutes: 1 }).toJSDate(),
      answerBy: on(6, '20:00'),
      startsAt: on(27, '19:00'),
      endsAt: on(27, '22:30'),
      applicants: 28,
    },
    {
      event: events.nightOfTheComet,
      createdAt: on(-18, '09:10'),
      publishedAt: on(-13, '10:00'),
      opensAt: on(-5, '09:00'),
      closesAt: on(2, '20:00'),
      answerBy: on(7, '20:00'),
      startsAt: on(sunday, '18:00'),
      endsAt: on(sunday, '23:30'),
      applicants: 130,
    },
    {
      event: events.nightWalk,
      createdAt: on(-11, '14:15'),
      publishedAt: on(-6, '09:30'),
      opensAt: on(-4, '09:00'),
      closesAt: on(6, '20:00'),
      answerBy: on(11, '20:00'),
      startsAt: on(24, '21:30'),
      endsAt: on(25, '00:45'),
      applicants: 41,
    },
    {
      event: events.orionForBeginners,
      createdAt: on(-7, '16:00'),
      publishedAt: on(-2, '11:00'),
      opensAt: on(4, '09:00'),
      closesAt: on(14, '20:00'),
      answerBy: on(19, '20:00'),
      startsAt: on(34, '19:30'),
      endsAt: on(34, '22:30'),
      applicants: 0,
    },
    {
      event: events.soupWithTheCurator,
      createdAt: on(-1, '17:40'),
      opensAt: on(9, '09:00'),
      closesAt: on(19, '20:00'),
      answerBy: on(24, '20:00'),
      startsAt: on(45, '18:00'),
      endsAt: on(45, '21:00'),
      applicants: 0,
    },
  ]
}

/** A time on the museum's clocks, some days from now. */
function at(now: Date, days: number, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return DateTime.fromJSDate(now, { zone: timeZone }).plus({ days }).set({ hour, minute, second: 0, millisecond: 0 }).toJSDate()
}
