import { expect, test } from '@jest/globals'
import { surveyEnd, thanksTime } from './thanks-time.js'

test.each([
  ['an evening', '2027-05-30T20:00:00Z', 'Europe/Amsterdam', '2027-05-31T07:00:00.000Z'],
  ['a night that ends after midnight', '2027-05-30T22:30:00Z', 'Europe/Amsterdam', '2027-06-01T07:00:00.000Z'],
  ['an afternoon elsewhere', '2027-05-30T21:00:00Z', 'America/New_York', '2027-05-31T13:00:00.000Z'],
  ['the evening before the clocks change', '2027-03-27T20:00:00Z', 'Europe/Amsterdam', '2027-03-28T07:00:00.000Z'],
])('after %s guests are thanked at nine the next morning, local time', (_what, endsAt, timeZone, thanks) => {
  expect(thanksTime(new Date(endsAt), timeZone).toISOString()).toBe(thanks)
})

test('the survey stays open for fourteen days, by the calendar and not by the hour', () => {
  expect(surveyEnd(new Date('2027-10-20T20:00:00Z'), 'Europe/Amsterdam').toISOString()).toBe('2027-11-04T08:00:00.000Z')
})
