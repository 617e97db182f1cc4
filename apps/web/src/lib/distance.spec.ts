import { describe, expect, test } from '@jest/globals'
import { formatDistance } from './distance.js'

const zone = 'Europe/Amsterdam'

describe('formatDistance', () => {
  test.each([
    ['2027-05-09T18:00:00Z', '2027-05-07T12:40:00Z', 'in 2 days', 'overmorgen'],
    ['2027-05-11T18:00:00Z', '2027-05-07T12:40:00Z', 'in 4 days', 'over 4 dagen'],
    ['2027-05-08T18:00:00Z', '2027-05-07T12:40:00Z', 'tomorrow', 'morgen'],
    ['2027-05-07T18:00:00Z', '2027-05-07T12:40:00Z', 'in 5 hours', 'over 5 uur'],
    ['2027-05-07T13:10:00Z', '2027-05-07T12:40:00Z', 'in 30 minutes', 'over 30 minuten'],
    ['2027-05-07T12:39:20Z', '2027-05-07T12:40:00Z', '40 seconds ago', '40 seconden geleden'],
    ['2027-05-06T18:00:00Z', '2027-05-07T12:40:00Z', 'yesterday', 'gisteren'],
  ])('%s seen from %s is %s, in Dutch %s', (to, from, english, dutch) => {
    expect(formatDistance(to, from, zone, 'en')).toBe(english)
    expect(formatDistance(to, from, zone, 'nl')).toBe(dutch)
  })

  test('days are counted where the event is: nearly midnight in UTC is already tomorrow in Amsterdam', () => {
    expect(formatDistance('2027-05-08T21:00:00Z', '2027-05-06T22:30:00Z', zone, 'en')).toBe('tomorrow')
    expect(formatDistance('2027-05-08T21:00:00Z', '2027-05-06T22:30:00Z', 'UTC', 'en')).toBe('in 2 days')
  })
})
