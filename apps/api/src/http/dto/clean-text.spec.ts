import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cleanLine, cleanText, isPlainText } from './clean-text.js'

describe('clean text', () => {
  it('changes nothing when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      }),
    )
  })

  it('holds no control character once it counts as plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(isPlainText(cleanLine(text), false))
        expect(cleanLine(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u)
      }),
    )
  })

  it('keeps what scripts need: joiners, marks, emoji', () => {
    for (const text of ['👩‍🚀', 'क्‍ष', 'می‌خواهم', 'Ångström', 'ß', '𝒯'])
      expect([cleanLine(text), isPlainText(text, false)]).toEqual([text.normalize('NFC'), true])
  })

  it('refuses halves of characters, NUL and escapes, also in several lines', () => {
    for (const text of ['\uD800', 'a\uDC00', '\0', '\u001B[2J', '\u0085']) expect(isPlainText(text, true)).toBe(false)
    expect([isPlainText('one\ntwo\tthree', true), isPlainText('one\ntwo', false)]).toEqual([true, false])
  })
})
