import { describe, expect, test } from '@jest/globals'
import type { QuestionType } from '#forms'
import { readField } from './read-field.js'

const read = (type: QuestionType, field: string, options: string[] = []) => readField({ type, options }, field, 'day-month-year')

describe('a field of another form', () => {
  test('is a country by its code or by its name in either language', () => {
    expect(['nl', 'België', 'belgium', 'Curaçao', 'Atlantis'].map((field) => read('country', field))).toEqual([
      'NL',
      'BE',
      'BE',
      'CW',
      'Atlantis',
    ])
  })

  test('is a day in the order that was said, and stays as it is when it is none', () => {
    expect(['31-12-2027', '1/2/2027 14:00', '2027-12-31', 'soon'].map((field) => read('date', field))).toEqual([
      '2027-12-31',
      '2027-02-01',
      '2027-12-31',
      'soon',
    ])
  })

  test('is an option in any spelling, and several by any sign, also where an option has a comma', () => {
    const options = ['Bike', 'Train, then walk']
    expect(read('choice', ' bike ', options)).toBe('Bike')
    expect(read('choices', 'train, then walk; Bike', options)).toEqual(['Train, then walk', 'Bike'])
    expect(read('choices', 'Bike,Boat', options)).toEqual(['Bike', 'Boat'])
  })

  test('agrees in the words that forms use, and what a spreadsheet put before a formula is taken off', () => {
    expect(['Ja', 'TRUE', 'nee', 'perhaps'].map((field) => read('consent', field))).toEqual(['yes', 'yes', '', 'perhaps'])
    expect(read('short', "'=1+1")).toBe('=1+1')
  })
})
