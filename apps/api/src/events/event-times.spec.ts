import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { daysBetween, daysLater, daysToMove, defaultSchedule, type EventSchedule, movedSchedule, scheduleProblems } from './event-times.js'

const at = (text: string): Date => new Date(text)
const amsterdam = 'Europe/Amsterdam'

const comet: EventSchedule = {
  opensAt: at('2027-05-03T07:00Z'),
  closesAt: at('2027-05-09T18:00Z'),
  answerBy: at('2027-05-14T18:00Z'),
  startsAt: at('2027-05-30T16:00Z'),
  endsAt: at('2027-05-30T21:30Z'),
}

describe('the times of an event', () => {
  it.each<[string, Partial<EventSchedule>, string[]]>([
    ['in order', {}, []],
    ['closing when it opens', { closesAt: comet.opensAt }, ['closesAt']],
    ['answers before the draw can be made', { answerBy: at('2027-05-09T18:11Z') }, ['answerBy']],
    ['answers a minute after the draw', { answerBy: at('2027-05-09T18:11:01Z') }, []],
    ['answers after the start', { answerBy: at('2027-05-30T16:00Z') }, ['startsAt']],
    ['ending before the start', { endsAt: at('2027-05-30T15:00Z') }, ['endsAt']],
    ['all upside down', { opensAt: comet.endsAt, endsAt: comet.opensAt }, ['closesAt', 'endsAt']],
    ['with gaps', { closesAt: null, startsAt: null }, []],
  ])('%s', (_, change, paths) => {
    expect(scheduleProblems({ ...comet, ...change }).map(({ path }) => path)).toEqual(paths)
  })

  it('begin in order, at good hours of the zone, whatever the day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00Z'), max: at('2030-01-01T00:00Z'), noInvalidDate: true }),
        fc.constantFrom(amsterdam, 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'),
        (now, zone) => {
          const schedule = defaultSchedule(now, zone)
          expect(scheduleProblems(schedule)).toEqual([])
          expect(schedule.opensAt.getTime()).toBeGreaterThan(now.getTime())
          expect(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(schedule.startsAt)).toBe(
            '18:00',
          )
        },
      ),
    )
  })

  it('keep their hour on the clocks when the clocks change', () => {
    expect(daysLater(at('2027-03-27T17:00Z'), 1, amsterdam)).toEqual(at('2027-03-28T16:00Z'))
    expect(daysLater(at('2027-10-30T16:00Z'), 1, amsterdam)).toEqual(at('2027-10-31T17:00Z'))
    expect(daysLater(at('2027-03-27T01:30Z'), 1, amsterdam)).toEqual(at('2027-03-28T01:30Z'))
  })

  it('count days as the zone does', () => {
    expect(daysBetween(at('2027-03-27T22:59Z'), at('2027-03-27T23:01Z'), amsterdam)).toBe(1)
    expect(daysBetween(at('2027-03-27T12:00Z'), at('2027-03-29T12:00Z'), amsterdam)).toBe(2)
  })

  it('move so that a copy starts in thirty days', () => {
    const now = at('2027-09-01T08:00Z')
    const moved = movedSchedule(comet, daysToMove(comet, now, amsterdam), amsterdam)
    expect(moved.startsAt).toEqual(at('2027-10-01T16:00Z'))
    expect(moved.opensAt).toEqual(at('2027-09-04T07:00Z'))
  })

  it('move further when applications were open for longer than that', () => {
    const early = { ...comet, opensAt: at('2027-03-01T08:00Z') }
    const now = at('2027-09-01T08:00Z')
    const moved = movedSchedule(early, daysToMove(early, now, amsterdam), amsterdam)
    expect(moved.opensAt).toEqual(at('2027-09-02T07:00Z'))
  })

  it('stay in order wherever they are moved', () => {
    const minutes = fc.integer({ min: 1, max: 3000 })
    const start = fc.date({ min: at('2027-01-01T00:00Z'), max: at('2027-12-31T00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(start, minutes, minutes, minutes, minutes, fc.integer({ min: -400, max: 400 }), (opensAt, a, b, c, d, days) => {
        const times = [a, a + b + 11, a + b + c + 11, a + b + c + d + 11].map((after) => new Date(opensAt.getTime() + after * 60_000))
        const [closesAt = opensAt, answerBy = opensAt, startsAt = opensAt, endsAt = opensAt] = times
        expect(scheduleProblems(movedSchedule({ opensAt, closesAt, answerBy, startsAt, endsAt }, days, amsterdam))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
