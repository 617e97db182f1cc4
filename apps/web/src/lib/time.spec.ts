import { describe, expect, test } from '@jest/globals'
import { daysBetween, formatDay, formatMoment, formatPostmark, formatTime, isSameDay, timeLeft, zoneCity } from './time.js'

const amsterdam = 'Europe/Amsterdam'
const start = '2027-05-30T16:00:00Z'

describe('times for people', () => {
  test('are in the zone of the event, in both languages', () => {
    expect(formatDay(start, amsterdam, 'en', { year: true })).toBe('Sunday 30 May 2027')
    expect(formatDay(start, amsterdam, 'nl', { weekday: 'short' })).toBe('zo 30 mei')
    expect(formatMoment(start, 'Asia/Tokyo', 'en')).toBe('Monday 31 May, 01:00')
  })

  test('count the day from 00:00 to 23:59', () => {
    expect(formatTime('2027-05-30T22:00:00Z', amsterdam, 'en')).toBe('00:00')
    expect(formatTime('2027-05-30T21:59:07Z', amsterdam, 'nl', { seconds: true })).toBe('23.59.07')
  })

  test('on a postmark are figures', () => {
    expect(formatPostmark('2027-05-04T19:14:00Z', amsterdam)).toBe('04 05 27')
  })

  test('name the zone by its place', () => {
    expect([amsterdam, 'America/Argentina/Buenos_Aires', 'UTC'].map(zoneCity)).toEqual(['Amsterdam', 'Buenos Aires', 'UTC'])
  })
})

describe('how long still', () => {
  test('days are counted by the calendar of the place, also over the change to summer time', () => {
    expect(daysBetween('2027-05-29T21:59:00Z', start, amsterdam)).toBe(1)
    expect(daysBetween('2027-05-29T22:00:00Z', start, amsterdam)).toBe(0)
    expect(daysBetween('2027-03-27T12:00:00Z', '2027-03-29T11:00:00Z', amsterdam)).toBe(2)
  })

  test('what is over is nothing, never less', () => {
    const now = Date.parse(start)
    expect(timeLeft('2027-06-01T18:20:30Z', now)).toEqual({ days: 2, hours: 2, minutes: 20, total: 181_230_000 })
    expect(timeLeft('2027-05-01T00:00:00Z', now)).toEqual({ days: 0, hours: 0, minutes: 0, total: 0 })
  })

  test('midnight divides days where the event is', () => {
    expect(isSameDay(start, '2027-05-30T21:59:00Z', amsterdam)).toBe(true)
    expect(isSameDay(start, '2027-05-30T22:00:00Z', amsterdam)).toBe(false)
  })
})
