import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json.js'
import { parseCanonicalJson } from './parse-canonical-json.js'

const vectors: { canonical: { value: unknown; text: string }[] } = JSON.parse(
  readFileSync(new URL('../../../../test/vectors/draw/ticket.json', import.meta.url), 'utf8'),
)

const printable = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)), maxLength: 8 })
const { value: canonicalValue } = fc.letrec<{ value: unknown; list: unknown[]; object: object }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.constant(null), fc.boolean(), fc.maxSafeInteger(), printable, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(printable, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}))

describe('canonical JSON', () => {
  it.each(vectors.canonical)('writes the vector $text', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text)
    expect(parseCanonicalJson(text)).toEqual(value)
  })

  it.each([
    ['a fraction', 1.5, 'is 1.5'],
    ['an integer beyond 2^53-1', 2 ** 53, 'is 9007199254740992'],
    ['not a number', Number.NaN, 'is NaN'],
    ['text outside ASCII', { a: ['x', 'é'] }, 'a[1] holds a character'],
    ['a control character', '\n', 'holds a character'],
    ['a key outside ASCII', { é: 1 }, 'holds a character'],
    ['a function', { a: () => 1 }, 'a is function'],
  ])('refuses to write %s', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message)
  })

  it('refuses nesting that could overflow the stack', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(() => parseCanonicalJson(nested(100_000))).toThrow('nested deeper than 32')
    expect(() => parseCanonicalJson(nested(33))).toThrow('nested deeper than 32')
    expect(canonicalJson(parseCanonicalJson(nested(32)))).toBe(nested(32))
    expect(() => canonicalJson(JSON.parse(nested(33)))).toThrow('nested deeper than 32')
  })

  it('refuses deep nesting before it builds anything, also where the text is broken further on', () => {
    expect(() => parseCanonicalJson('['.repeat(100_000))).toThrow('nested deeper than 32')
    expect(parseCanonicalJson(`["${'['.repeat(40)}\\\\","${'{'.repeat(40)}\\""]`)).toHaveLength(2)
  })

  it.each([
    ['a space', '{"a": 1}'],
    ['keys out of order', '{"b":1,"a":2}'],
    ['a key twice', '{"a":1,"a":1}'],
    ['another spelling of a number', '[1.0]'],
    ['an exponent', '[1e2]'],
    ['minus zero', '[-0]'],
    ['an escape that is not needed', '["\\u0041"]'],
    ['an escaped slash', '["\\/"]'],
    ['a line feed at the end', '{}\n'],
    ['a byte order mark', '\uFEFF{}'],
    ['nothing', ''],
    ['half a document', '{"a":'],
    ['two documents', '{}{}'],
  ])('refuses to read %s', (_, text) => {
    expect(() => parseCanonicalJson(new TextEncoder().encode(text))).toThrow('canonical JSON')
  })

  it('says where the text differs from the canonical form', () => {
    expect(() => parseCanonicalJson('{"a":1, "b":2}')).toThrow('is not canonical at byte 7')
    expect(() => parseCanonicalJson(Uint8Array.of(0x22, 0xc3, 0xa9, 0x22))).toThrow('byte 1 is not ASCII')
  })

  it('reads a key named __proto__ as a key', () => {
    expect(canonicalJson(parseCanonicalJson('{"__proto__":1}'))).toBe('{"__proto__":1}')
  })

  it('reads back whatever it wrote', () => {
    fc.assert(fc.property(canonicalValue, (value) => expect(parseCanonicalJson(canonicalJson(value))).toEqual(value)))
  })

  it('has one text per value: a changed character is refused or means something else', () => {
    fc.assert(
      fc.property(canonicalValue, fc.nat(), fc.integer({ min: 0, max: 255 }), (value, place, byte) => {
        const bytes = new TextEncoder().encode(canonicalJson(value))
        const changed = bytes.with(place % bytes.length, byte)
        fc.pre(changed.some((other, index) => other !== bytes[index]))
        let read: unknown
        try {
          read = parseCanonicalJson(changed)
        } catch {
          return
        }
        expect(canonicalJson(read)).toBe(new TextDecoder().decode(changed))
        expect(read).not.toEqual(value)
      }),
    )
  })
})
