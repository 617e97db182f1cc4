import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryUnits } from '../../test/arbitrary-draw.js'
import { buildEntries } from './build-entries.js'
import { buildExcluded } from './build-excluded.js'
import { findTicket } from './find-ticket.js'
import { findUnit } from './find-unit.js'
import { parseEntries } from './parse-entries.js'
import { parseExcluded } from './parse-excluded.js'
import { listUnits, unitAt } from './unit-at.js'

const LIMITS = { maxUnitSeats: 4, maxWeight: 5 }
const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const C = 'c'.repeat(64)

function parse(text: string) {
  return parseEntries(new TextEncoder().encode(text), LIMITS)
}

describe('the entries file', () => {
  it('has the lines of protocol section 3, whatever the order of the input', () => {
    const entries = buildEntries(
      [
        { members: [C], seats: 1, weight: 5, tags: [] },
        { members: [B, A], seats: 3, weight: 1, tags: ['new', 'access'] },
      ],
      LIMITS,
    )
    expect(new TextDecoder().decode(entries.file)).toBe(`${A},${B} 3 1 access,new\n${C} 1 5 -\n`)
    expect(entries).toMatchObject({ count: 2, members: 3, seats: 4 })
  })

  it('reads back the units that were written', () => {
    fc.assert(
      fc.property(arbitraryUnits(), (units) => {
        const built = buildEntries(units, LIMITS)
        expect(parseEntries(built.file, LIMITS)).toEqual(built)
        const written = units.map(({ members, seats, weight, tags }) => ({
          members: members.toSorted(),
          seats,
          weight,
          tags: tags.toSorted(),
        }))
        const read = Array.from(listUnits(built), ({ members, seats, weight, tags }) => ({ members, seats, weight, tags }))
        expect(read).toEqual(written.toSorted((a, b) => (a.members.join() < b.members.join() ? -1 : 1)))
        for (const { index, unitId, members } of listUnits(built)) {
          expect(findUnit(built, unitId)).toBe(index)
          for (const member of members) expect(findTicket(built, member)).toBe(index)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('has no unit for what is not in it', () => {
    const entries = parse(`${A} 1 1 -\n`)
    expect(findTicket(entries, B)).toBe(-1)
    expect(findTicket(entries, A.slice(1))).toBe(-1)
    expect(findUnit(entries, B)).toBe(-1)
    expect(findUnit(entries, 'no hex')).toBe(-1)
    expect(() => unitAt(entries, 1)).toThrow('there is no unit 1; the list has 1')
  })

  it('may be empty', () => {
    expect(parse('')).toMatchObject({ count: 0, root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' })
  })

  it.each([
    ['no line feed at the end', `${A} 1 1 -`, 'line 1 does not end with a line feed'],
    ['an empty line', `${A} 1 1 -\n\n`, 'line 2 has 0 characters, fewer than the 64 of a ticket'],
    ['a carriage return', `${A} 1 1 -\r\n`, 'line 1 has tag'],
    ['two spaces', `${A}  1 1 -\n`, 'line 1 has 5 fields'],
    ['a missing field', `${A} 1 1\n`, 'line 1 has 3 fields'],
    ['upper case hex', `${A.toUpperCase()} 1 1 -\n`, 'line 1 has ticket'],
    ['a short ticket', `${A.slice(2)} 1 1 -\n`, 'line 1 has ticket'],
    ['members out of order', `${B},${A} 2 1 -\n`, 'line 1 has tickets that are not sorted'],
    ['a member twice in a unit', `${A},${A} 2 1 -\n`, 'line 1 has tickets that are not sorted or stand there twice'],
    ['a member in two units', `${A} 1 1 -\n${A},${B} 2 1 -\n`, `line 2 has ticket ${A}, which is in another unit too`],
    ['a line twice', `${A} 1 1 -\n${A} 1 1 -\n`, 'line 2 stands there twice'],
    ['lines out of order', `${B} 1 1 -\n${A} 1 1 -\n`, 'line 2 is not in ascending order'],
    ['fewer seats than members', `${A},${B} 1 1 -\n`, 'line 1 has 1 seats for 2 members'],
    ['more seats than allowed', `${A} 5 1 -\n`, 'line 1 has 5 seats, allowed are 1 to 4'],
    ['no seat', `${A} 0 1 -\n`, 'line 1 has seats "0"'],
    ['a leading zero', `${A} 01 1 -\n`, 'line 1 has seats "01"'],
    ['a sign', `${A} +1 1 -\n`, 'line 1 has seats "+1"'],
    ['a fraction', `${A} 1 1.5 -\n`, 'line 1 has weight "1.5"'],
    ['no weight', `${A} 1 0 -\n`, 'line 1 has weight "0"'],
    ['more weight than allowed', `${A} 1 6 -\n`, 'line 1 has weight 6, allowed are 1 to 5'],
    ['a number beyond 32 bits', `${A} 99999999999 1 -\n`, 'line 1 has seats "99999999999"'],
    ['tags out of order', `${A} 1 1 new,access\n`, 'line 1 has tags that are not sorted'],
    ['a tag twice', `${A} 1 1 new,new\n`, 'line 1 has tags that are not sorted or stand there twice'],
    ['an empty tag', `${A} 1 1 \n`, 'line 1 has tag ""'],
    ['a tag in upper case', `${A} 1 1 New\n`, 'line 1 has tag "New"'],
    ['a tag that is too long', `${A} 1 1 ${'x'.repeat(17)}\n`, 'line 1 has tag'],
    ['the sign for no tags among tags', `${A} 1 1 -,new\n`, 'line 1 has tag "-"'],
    ['a byte outside ASCII', `${A} 1 1 é\n`, 'byte 69 is not ASCII'],
    ['nothing but commas', `${','.repeat(100_000)} 1 1 -\n`, 'line 1 has ticket ""'],
    ['nothing but spaces', `${' '.repeat(100_000)}\n`, 'line 1 has 10 fields'],
    [
      'more tags than pools',
      `${A} 1 1 ${Array.from({ length: 257 }, (_unused, index) => `t${1000 + index}`).join(',')}\n`,
      'line 1 has more than 256 tags',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message)
  })

  it('is read no further than the manifest counts', () => {
    const file = new TextEncoder().encode(`${A} 1 1 -\n${B} 1 1 -\n${'no line at all, but long enough to be one '.repeat(3)}\n`)
    expect(() => parseEntries(file, LIMITS, 1)).toThrow('line 2 is one too many, the manifest counts 1')
    expect(() => parseEntries(file, LIMITS, 3)).toThrow('line 3 has')
  })

  it('cannot be made slow by tickets that begin alike', () => {
    const tickets = Array.from({ length: 60_000 }, (_, index) => `deadbeef${index.toString(16).padStart(56, '0')}`)
    const lines = Array.from({ length: 30_000 }, (_, index) => `${tickets[index]},${tickets[59_999 - index]} 2 1 -\n`)
    const started = performance.now()
    expect(parse(lines.join(''))).toMatchObject({ count: 30_000, members: 60_000 })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('names the unit that cannot be written', () => {
    const good = { members: [A], seats: 1, weight: 1, tags: [] }
    expect(() => buildEntries([good, { ...good, members: [B], weight: 6 }], LIMITS)).toThrow('units[1] has weight 6, allowed are 1 to 5')
    expect(() => buildEntries([{ ...good, members: [] }], LIMITS)).toThrow('units[0] has no ticket')
    expect(() => buildEntries([{ ...good, seats: 1.5 }], LIMITS)).toThrow('units[0] has 1.5 seats')
    expect(() => buildEntries([{ ...good, tags: ['a b'] }], LIMITS)).toThrow('units[0] has tag "a b"')
    expect(() => buildEntries([good, { ...good, members: [A, B], seats: 2 }], LIMITS)).toThrow('which is in another unit too')
  })
})

describe('the excluded file', () => {
  it('has sorted lines of ticket and reason', () => {
    const excluded = buildExcluded([
      { ticketId: B, reason: 'duplicate' },
      { ticketId: A, reason: 'ineligible' },
    ])
    expect(new TextDecoder().decode(excluded.file)).toBe(`${A} ineligible\n${B} duplicate\n`)
    expect(parseExcluded(excluded.file)).toEqual(excluded)
    expect(excluded.count).toBe(2)
  })

  it('is read no further than the manifest counts', () => {
    const { file } = buildExcluded([A, B].map((ticketId) => ({ ticketId, reason: 'duplicate' })))
    expect(() => parseExcluded(file, 1)).toThrow('line 2 is one too many, the manifest counts 1')
    expect(parseExcluded(file, 2).count).toBe(2)
  })

  it.each([
    ['a sentence as reason', `${A} was here twice\n`, 'line 1 has 4 fields'],
    ['no reason', `${A} \n`, 'line 1 has reason ""'],
    ['a short ticket', `${A.slice(2)} duplicate\n`, 'line 1 has ticket "aa'],
    ['a line that is too short for a ticket', 'aa duplicate\n', 'line 1 has 12 characters, fewer than the 64 of a ticket'],
    ['nothing but line feeds', '\n'.repeat(1000), 'line 1 has 0 characters'],
    ['a ticket twice', `${A} duplicate\n${A} ineligible\n`, 'line 2 has the same ticket'],
    ['lines out of order', `${B} duplicate\n${A} duplicate\n`, 'line 2 is not in ascending order'],
    ['no line feed at the end', `${A} duplicate`, 'line 1 does not end with a line feed'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseExcluded(new TextEncoder().encode(text))).toThrow(message)
  })
})
