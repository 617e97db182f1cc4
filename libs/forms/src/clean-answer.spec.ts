import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanAnswer } from './clean-answer.js'

const anyText = fc.string({ unit: 'binary', maxLength: 200 })

describe('cleanAnswer', () => {
  test('composes letters and their accents', () => {
    expect(cleanAnswer('Zoe\u0308', false)).toBe('Zoë')
  })

  test('keeps the lines of a long answer and joins those of a short one', () => {
    expect(cleanAnswer('one\r\ntwo\rthree\u2028four', true)).toBe('one\ntwo\nthree\nfour')
    expect(cleanAnswer('one\r\ntwo', false)).toBe('one two')
  })

  test('drops what turns the order of letters around', () => {
    expect(cleanAnswer('safe\u202Egpj.exe', false)).toBe('safegpj.exe')
  })

  test('leaves names of all scripts and emoji as they are', () => {
    for (const name of ['Ζωή', 'Юлия', 'عبد الرحمن', 'נועה', '王小明', 'さくら', '김민수', 'สมชาย', 'Siân ’t Hooft', '👩‍🚀'])
      expect(cleanAnswer(name, false)).toBe(name)
  })

  test('keeps nothing that PostgreSQL, a mail header or a calendar would choke on', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, multiline) => {
        const clean = cleanAnswer(text, multiline)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
        expect(clean).not.toMatch(multiline ? /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/ : /[\u0000-\u001F\u007F-\u009F]/)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).toBe(clean.trim())
      }),
    )
  })

  test('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, multiline) => {
        const once = cleanAnswer(text, multiline)
        expect(cleanAnswer(once, multiline)).toBe(once)
      }),
    )
  })
})
