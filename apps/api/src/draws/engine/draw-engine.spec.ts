import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it, jest } from '@jest/globals'
import { buildEntries, listUnits, parseEntries, rankUnits, unitAt } from '#draw'
import { entriesWriter, rankEntries, rankOnThreads, readEntries, readOnThreads } from './draw-engine.js'
import { engineThreads } from './engine-threads.js'

/** Threads compile the sources for themselves. */
jest.setTimeout(120_000)

const limits = { maxUnitSeats: 4, maxWeight: 26 }
const seed = sha256('seed')

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A list with groups, weights and tags that fills several chunks. */
const list = buildEntries(
  Array.from({ length: 40_000 }, (_, index) => {
    const members = Array.from({ length: index % 50 === 0 ? 3 : 1 }, (_unused, member) => sha256(`${index} ${member}`))
    const tags = index % 30_000 === 7 ? ['rare'] : index % 3 === 0 ? ['new'] : []
    return { members, seats: members.length, weight: 1 + (index % 26), tags }
  }),
  limits,
)

afterAll(() => engineThreads.end())

describe('the draw on several threads', () => {
  it.each([1, 3])('reads a list on %i to the same bytes as alone', async (threads) => {
    const read = await readOnThreads(list.file, limits, list.count, threads)
    const { file, lineStarts, leaves, unitSeats, weights, tagSetOf, ...figures } = read
    const { count, members, seats, root, tagSets } = list
    expect(figures).toEqual({ count, members, seats, root, tagSets })
    expect(file).toBe(list.file)
    const columns = { lineStarts, leaves, unitSeats, weights, tagSetOf }
    for (const [name, column] of Object.entries(columns)) expect(bytesOf(column)).toEqual(bytesOf(list[name as keyof typeof columns]))
    expect([...listUnits(read)].slice(-3)).toEqual([...listUnits(list)].slice(-3))
  })

  it.each([1, 3])('ranks a list on %i in the same order as alone', async (threads) => {
    const [ranked, alone] = [await rankOnThreads(list, seed, threads), rankUnits(list, seed)]
    expect(ranked.hash).toBe(alone.hash)
    for (const column of ['unitAtPlace', 'placeOfUnit', 'keys'] as const) expect(bytesOf(ranked[column])).toEqual(bytesOf(alone[column]))
  })

  it('refuses what one thread refuses, with the same words', async () => {
    const text = Buffer.from(list.file).toString()
    const lines = text.trimEnd().split('\n')
    const bad = [
      text.replace(/ 3 /, ' 2 '),
      [...lines, lines.at(-1)].join('\n').concat('\n'),
      lines.toReversed().join('\n').concat('\n'),
      text.slice(0, -1),
      [...lines.slice(0, -1), `${'f'.repeat(64)},${'f'.repeat(63)}\u00e9 2 1 -`].join('\n').concat('\n'),
      [...lines.slice(0, -1), `f${(lines[0] ?? '').slice(1, 64)},${(lines.find((line) => line.includes(',')) ?? '').slice(65, 129)} 2 1 -`]
        .toSorted()
        .join('\n')
        .concat('\n'),
    ].map((file) => new Uint8Array(Buffer.from(file)))
    for (const file of bad) {
      const alone = refusalOf(() => parseEntries(file, limits))
      expect(alone).toMatch(/^entries: /)
      await expect(readOnThreads(file, limits)).rejects.toThrow(alone)
    }
    await expect(readOnThreads(list.file, limits, 30_000)).rejects.toThrow('line 30001 is one too many, the manifest counts 30000')
  })

  it('reads what was written for them where it lies', async () => {
    const writer = entriesWriter(limits, 100)
    for (const unit of [...listUnits(list)].slice(0, 20_000).toReversed()) writer.add(unit)
    const file = writer.file()
    expect(file.buffer).toBeInstanceOf(SharedArrayBuffer)
    const read = await readOnThreads(file, limits)
    expect(read.root).toBe(parseEntries(file, limits).root)
    expect(unitAt(read, 7).members).toEqual(unitAt(list, 7).members)
  })

  it('does small lists alone, and large ones with the same result', async () => {
    expect(await readEntries(list.file, limits)).toEqual(list)
    expect((await rankEntries(list, seed)).hash).toBe(rankUnits(list, seed).hash)
    const lines = Array.from({ length: 210_000 }, (_, index) => `${index.toString(16).padStart(64, '0')} 1 1 -\n`)
    const file = new Uint8Array(Buffer.from(lines.join('')))
    const [large, alone] = [await readEntries(file, limits), parseEntries(file, limits)]
    expect(large.root).toBe(alone.root)
    expect((await rankEntries(large, seed)).hash).toBe(rankUnits(alone, seed).hash)
  })
})

function bytesOf(column: Uint8Array | Uint32Array): string {
  return createHash('sha256')
    .update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength).slice())
    .digest('hex')
}

function refusalOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  throw new Error('It was not refused.')
}
