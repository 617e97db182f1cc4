import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isolate, shortenText, splitName } from './index.js'

describe('splitName()', () => {
  test.each([
    ['Sanne Vermeer', 'Sanne', 'Vermeer'],
    ['Zoë van ’t Hof', 'Zoë', 'van ’t Hof'],
    ['Jan Willem de Vries', 'Jan Willem', 'de Vries'],
    ['Vincent De Smet', 'Vincent', 'De Smet'],
    ['Piet in ’t Veld', 'Piet', 'in ’t Veld'],
    ['Mary Jane Watson', 'Mary', 'Jane Watson'],
    ['Van Morrison', 'Van', 'Morrison'],
    ['Al Pacino', 'Al', 'Pacino'],
    ['Robert de', 'Robert', 'de'],
    ['Cher', 'Cher', ''],
    ['Ελένη Παπαδοπούλου', 'Ελένη', 'Παπαδοπούλου'],
    ['Анна Ивановна Смирнова', 'Анна', 'Ивановна Смирнова'],
    ['عبد الله بن محمد', 'عبد الله', 'بن محمد'],
    ['ليلى حداد', 'ليلى', 'حداد'],
    ['נועה בן דוד', 'נועה', 'בן דוד'],
    ['山田 太郎', '山田 太郎', ''],
    ['王小明', '王小明', ''],
    ['김 서연', '김 서연', ''],
    ['สมชาย ใจดี', 'สมชาย', 'ใจดี'],
    ['🌠', '🌠', ''],
    ['  Ada   Lovelace ', 'Ada', 'Lovelace'],
  ])('%s', (name, given, family) => {
    expect(splitName(name)).toEqual({ given, family })
  })

  test('loses nothing of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (name) => {
        const { given, family } = splitName(name)
        expect(`${given} ${family}`.trim()).toBe(name.trim().split(/\s+/u).join(' '))
      }),
    )
  })
})

describe('shortenText()', () => {
  test('leaves what fits alone', () => expect(shortenText('Sanne', 5)).toBe('Sanne'))
  test('cuts between characters, not inside them', () => {
    expect(shortenText('👩‍🚀👩‍🚀👩‍🚀👩‍🚀', 3)).toBe('👩‍🚀👩‍🚀…')
    expect(shortenText('é'.normalize('NFD').repeat(4), 3)).toBe(`${'é'.normalize('NFD').repeat(2)}…`)
  })
  test('leaves no space before the ellipsis', () => expect(shortenText('Ada Lovelace', 5)).toBe('Ada…'))
})

test('isolate() keeps an Arabic name from turning what follows', () => {
  expect(isolate('ليلى')).toBe('\u2068ليلى\u2069')
})
