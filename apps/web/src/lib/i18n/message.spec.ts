import { describe, expect, test } from '@jest/globals'
import { formatMessage } from './message.js'
import { formatDecimal, formatNumber, ordinal } from './number.js'

const catalogue = {
  hello: 'Hello {{name}}',
  seats_one: '{{count}} seat',
  seats_other: '{{count}} seats',
  since_zero: 'none',
  since_one: 'one',
  since_other: '{{count}} of them',
}

describe('formatMessage()', () => {
  test('fills in values and leaves markup in them as text', () => {
    expect(formatMessage(catalogue, 'en', 'hello', { name: '<b>{{name}}</b>' })).toBe('Hello <b>{{name}}</b>')
  })

  test('takes the plural form of the language, and the one for nothing where there is one', () => {
    expect([0, 1, 2].map((count) => formatMessage(catalogue, 'en', 'seats', { count }))).toEqual(['0 seats', '1 seat', '2 seats'])
    expect([0, 1, 5].map((count) => formatMessage(catalogue, 'nl', 'since', { count }))).toEqual(['none', 'one', '5 of them'])
  })

  test('groups large numbers with a narrow space', () => {
    expect(formatMessage(catalogue, 'nl', 'seats', { count: 12_318 })).toBe('12\u202f318 seats')
  })

  test('shows a missing key or value instead of nothing', () => {
    expect(formatMessage(catalogue, 'en', 'gone')).toBe('gone')
    expect(formatMessage(catalogue, 'en', 'hello')).toBe('Hello {{name}}')
  })
})

describe('numbers', () => {
  test('ordinals follow the language', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 101, 112].map((value) => ordinal(value, 'en'))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '101st',
      '112th',
    ])
    expect(ordinal(2318, 'nl')).toBe('2\u202f318e')
  })

  test('a decimal stands behind the sign of its language', () => {
    expect(formatDecimal(4.72, 'en')).toBe('4.7')
    expect(formatDecimal(4.72, 'nl')).toBe('4,7')
  })

  test('small ones stay as they are', () => {
    expect([0, 7, 999, 1.25].map(formatNumber)).toEqual(['0', '7', '999', '1.3'])
  })
})
