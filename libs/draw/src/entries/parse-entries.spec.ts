import { createHash } from 'node:crypto'
import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryUnits } from '../../test/arbitrary-draw.js'
import { readPlainly, treePlainly } from '../../test/read-plainly.js'
import { buildEntries } from './build-entries.js'
import { EntriesWriter } from './entries-writer.js'
import { parseEntries } from './parse-entries.js'
import { listUnits } from './unit-at.js'

/** Lists long enough to be read in several chunks. */
jest.setTimeout(60_000)

const LIMITS = { maxUnitSeats: 4, maxWeight: 26 }

function verdictOf(file: Uint8Array) {
  try {
    const entries = parseEntries(file, LIMITS)
    return Array.from(listUnits(entries), ({ members, seats, weight, tags }) => ({ members, seats, weight, tags }))
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^entries: /, '') : error
  }
}

function ticketOf(index: number): string {
  return createHash('sha256').update(String(index)).digest('hex')
}

/** What somebody may do to a file: change, insert, remove, repeat or swap a stretch of it. */
const arbitraryChange = fc.record({
  kind: fc.constantFrom('replace', 'insert', 'remove', 'repeat', 'swap'),
  at: fc.nat(100_000),
  length: fc.integer({ min: 1, max: 150 }),
  bytes: fc.oneof(
    fc.constantFrom('\n', ' ', ',', '-', '0', 'a', 'A', '1', '\u00e9', '\ufeff', '9999999999', ' 1 1 -\n', 'new', 'access,new'),
    fc.string({ maxLength: 5 }),
  ),
})

function changed(file: Uint8Array, { kind, at, length, bytes }: { kind: string; at: number; length: number; bytes: string }): Buffer {
  const start = file.length === 0 ? 0 : at % file.length
  const [before, stretch, after] = [file.subarray(0, start), file.subarray(start, start + length), file.subarray(start + length)]
  const insert = Buffer.from(bytes)
  if (kind === 'replace') return Buffer.concat([before, insert, file.subarray(start + insert.length)])
  if (kind === 'insert') return Buffer.concat([before, insert, file.subarray(start)])
  if (kind === 'remove') return Buffer.concat([before, after])
  if (kind === 'repeat') return Buffer.concat([before, stretch, stretch, after])
  return Buffer.concat([before, after, stretch])
}

describe('reading a list straight from its bytes', () => {
  it('finds the units, or the fault, that a plain reading of the protocol finds', () => {
    fc.assert(
      fc.property(arbitraryUnits({ max: 8 }), fc.array(arbitraryChange, { maxLength: 3 }), (units, changes) => {
        const file = changes.reduce(changed, Buffer.from(buildEntries(units, LIMITS).file))
        expect(verdictOf(file)).toEqual(readPlainly(file, LIMITS))
      }),
      { numRuns: 1000, seed: 7 },
    )
  })

  it('takes no byte order mark for the start of a tag', () => {
    const file = Buffer.from(`${'a'.repeat(64)} 1 1 \ufeffnew\n`)
    expect(verdictOf(file)).toBe('byte 69 is not ASCII')
  })

  it('has the leaves and the root of the definition, with groups, weights and tags and over several chunks', () => {
    const units = Array.from({ length: 40_000 }, (_, index) => {
      const size = index % 7 === 0 ? 1 + ((index / 7) % 4) : 1
      const members = Array.from({ length: size }, (_unused, member) => ticketOf(4 * index + member))
      const tags = index % 1000 === 0 ? [`t-${index}`, 'x'] : index > 20_000 ? ['late'] : []
      return { members, seats: Math.min(4, size + (index % 2)), weight: 1 + (index % 26), tags }
    })
    const entries = buildEntries(units, LIMITS)
    const lines = Buffer.from(entries.file).toString().trimEnd().split('\n')
    const { leaves, root } = treePlainly(lines.map((line) => Buffer.from(line)))
    expect(Buffer.from(entries.leaves).equals(Buffer.concat(leaves))).toBe(true)
    expect(entries.root).toBe(root.toString('hex'))
    expect(verdictOf(entries.file)).toEqual(readPlainly(entries.file, LIMITS))
    expect(lines).toEqual(lines.toSorted())
  })

  it('names the first bad line, whichever chunk it is in', () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `${ticketOf(index)} 1 1 -\n`).toSorted()
    const withFault = (line: number) => Buffer.from(lines.with(line, lines[line]!.replace(' 1 1 -', ' 1 99 -')).join(''))
    expect(verdictOf(withFault(5))).toBe('line 6 has weight 99, allowed are 1 to 26')
    expect(verdictOf(withFault(39_999))).toBe('line 40000 has weight 99, allowed are 1 to 26')
    const twice = lines.toSpliced(16_384, 0, lines[16_383]!)
    expect(verdictOf(Buffer.from(twice.join('')))).toBe('line 16385 stands there twice')
    const swapped = lines.with(16_383, lines[16_384]!).with(16_384, lines[16_383]!)
    expect(verdictOf(Buffer.from(swapped.join('')))).toBe('line 16385 is not in ascending order after the line before')
    const apart = lines.toSpliced(16_384, 0, lines[16_383]!.replace(' 1 1 -', ' 1 2 -'))
    expect(verdictOf(Buffer.from(apart.join('')))).toMatch(/^line 16385 has ticket \w+, which is in another unit too$/)
  })

  it('tells how far it is', () => {
    const file = Buffer.from(
      Array.from({ length: 40_000 }, (_, index) => `${ticketOf(index)} 1 1 -\n`)
        .toSorted()
        .join(''),
    )
    const told: number[] = []
    parseEntries(file, LIMITS, undefined, (done, total) => told.push(done / total))
    expect(told.length).toBeGreaterThan(2)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })
})

describe('writing a list unit by unit', () => {
  it('gives the same file whatever the order', () => {
    const units = Array.from({ length: 300 }, (_, index) => ({ members: [ticketOf(index)], seats: 1, weight: 1, tags: [] }))
    const alike = Array.from({ length: 300 }, (_, index) => ({
      members: [`deadbeef${index.toString(16).padStart(56, '0')}`],
      seats: 1,
      weight: 1,
      tags: [],
    }))
    const inOrder = [...units, ...alike].toSorted((a, b) => (a.members.join() < b.members.join() ? -1 : 1))
    const fileOf = (list: typeof units) => {
      const writer = new EntriesWriter(LIMITS)
      for (const unit of list) writer.add(unit)
      return Buffer.from(writer.file()).toString()
    }
    expect(fileOf([...alike.toReversed(), ...units])).toBe(fileOf(inOrder))
    expect(fileOf(inOrder).length).toBe(600 * 71)
    expect(fileOf(inOrder)).toBe(inOrder.map(({ members }) => `${members.join()} 1 1 -\n`).join(''))
  })
})
