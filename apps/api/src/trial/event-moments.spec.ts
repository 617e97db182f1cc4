import { describe, expect, it } from '@jest/globals'
import { type EventTimes, momentsOf } from './event-moments.js'

const times: EventTimes = {
  timeZone: 'Europe/Amsterdam',
  opensAt: new Date('2027-03-01T10:00:00Z'),
  closesAt: new Date('2027-03-08T10:00:00Z'),
  reviewUntil: null,
  answerBy: new Date('2027-03-13T10:00:00Z'),
  startsAt: new Date('2027-03-27T18:00:00Z'),
  endsAt: new Date('2027-03-27T22:00:00Z'),
  roundAt: null,
  lastDeadline: null,
}
const at = (changes: Partial<EventTimes>, key: string) =>
  momentsOf({ ...times, ...changes })
    .find((moment) => moment.key === key)
    ?.at.toISOString()

describe('momentsOf', () => {
  it('leaves out what is not known', () => {
    expect(momentsOf(times).map(({ key }) => key)).toEqual(['opening', 'close', 'answers', 'day', 'dayAfter'])
    expect(momentsOf({ ...times, roundAt: new Date('2027-03-08T10:10:00Z'), startsAt: null, endsAt: null }).map(({ key }) => key)).toEqual([
      'opening',
      'close',
      'beacon',
      'answers',
    ])
  })

  it('waits for the latest deadline when somebody moved up late', () => {
    expect(at({}, 'answers')).toBe('2027-03-13T10:00:00.000Z')
    expect(at({ lastDeadline: new Date('2027-03-15T09:00:00Z') }, 'answers')).toBe('2027-03-15T09:00:00.000Z')
    expect(at({ lastDeadline: new Date('2027-03-12T09:00:00Z') }, 'answers')).toBe('2027-03-13T10:00:00.000Z')
  })

  it('takes noon of the day after where the event is, also when the clocks change that night', () => {
    expect(at({}, 'dayAfter')).toBe('2027-03-28T10:00:00.000Z')
    expect(at({ timeZone: 'Pacific/Auckland' }, 'dayAfter')).toBe('2027-03-28T23:00:00.000Z')
  })
})
