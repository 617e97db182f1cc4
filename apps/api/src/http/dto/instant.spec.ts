import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseInstant } from './instant.js'

describe('parseInstant', () => {
  it('reads back every instant that we write', () => {
    const range = { min: new Date('1970-01-01T00:00:00Z'), max: new Date('2200-12-31T23:59:59.999Z'), noInvalidDate: true }
    fc.assert(fc.property(fc.date(range), (date) => expect(parseInstant(date.toISOString())?.getTime()).toBe(date.getTime())))
  })

  it.each([
    ['2027-03-28T02:30:00+01:00', '2027-03-28T01:30:00.000Z'],
    ['2027-12-31T23:30:00-02:00', '2028-01-01T01:30:00.000Z'],
    ['2028-02-29T12:00:00Z', '2028-02-29T12:00:00.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant)
  })

  it.each([
    '2027-02-29T12:00:00Z',
    '2027-13-01T12:00:00Z',
    '2027-01-01T24:00:00Z',
    '2027-01-01',
    '2027-01-01T12:00Z',
    '1969-12-31T23:59:59Z',
    '9999-01-01T00:00:00Z',
    '2027-01-01T12:00:00',
    '1750000000',
    '2027-01-01T12:00:00+25:00',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })
})
