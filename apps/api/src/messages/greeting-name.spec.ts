import { describe, expect, test } from '@jest/globals'
import { greetingName, unconfirmedName } from './greeting-name.js'

describe('greetingName', () => {
  test.each([
    ['Sanne Vermeer', 'Sanne'],
    ['Jan van der Berg', 'Jan'],
    ['Юлия Петрова', 'Юлия'],
    ['Ζωή Παππά', 'Ζωή'],
    ['Anne-Marie ’t Hooft', 'Anne-Marie'],
    ['Sanne', 'Sanne'],
    ['Dr. Sanne Vermeer', 'Dr. Sanne Vermeer'],
    ['J. de Vries', 'J. de Vries'],
    ['王 小明', '王 小明'],
    ['عبد الرحمن', 'عبد الرحمن'],
    ['김 민수', '김 민수'],
  ])('greets %s as %s', (name, greeting) => {
    expect(greetingName(name)).toBe(greeting)
  })
})

describe('unconfirmedName', () => {
  test('keeps names', () => {
    for (const name of ['Sanne Vermeer', 'Anne-Marie ’t Hooft', '王小明', 'عبد الرحمن']) expect(unconfirmedName(name)).toBe(name)
  })

  test('lets nobody send a stranger a message in place of a name', () => {
    for (const name of [
      'Win at evil.example',
      'https://evil.example',
      'call 0900 1234',
      'you@evil.example',
      'A'.repeat(41),
      '<b>x</b>',
      '🦊',
    ])
      expect(unconfirmedName(name)).toBe('')
  })
})
