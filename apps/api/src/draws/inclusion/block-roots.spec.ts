import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildEntries, type EntryList, inclusionPath, toHex, unitAt, verifyInclusion, fromHex } from '#draw'
import { blockRoots, linesPerBlock } from './block-roots.js'

const limits = { maxUnitSeats: 1, maxWeight: 1 }

function listOf(count: number): EntryList {
  return buildEntries(
    Array.from({ length: count }, (_, index) => ({ members: [index.toString(16).padStart(64, '0')], seats: 1, weight: 1, tags: [] })),
    limits,
  )
}

/** The list in pieces of so many whole blocks, as the database gives it. */
async function* piecesOf({ file }: EntryList, blocks: number): AsyncGenerator<string, void> {
  const lines = new TextDecoder().decode(file).split(/(?<=\n)/)
  for (let start = 0; start < lines.length; start += blocks * linesPerBlock)
    yield lines.slice(start, start + blocks * linesPerBlock).join('')
}

describe('the roots of blocks', () => {
  it('complete the path of a block to the path of the whole tree, wherever the list ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1100 }), fc.integer({ min: 1, max: 4 }), fc.nat(), async (count, blocks, seed) => {
        const list = listOf(count)
        const index = seed % count
        const roots = await blockRoots(piecesOf(list, blocks), limits)
        const first = index - (index % linesPerBlock)
        const block = list.leaves.subarray(32 * first, 32 * Math.min(first + linesPerBlock, count))
        const path = [...inclusionPath(block, index - first), ...inclusionPath(roots, first / linesPerBlock)]
        expect(path.map(toHex)).toEqual(inclusionPath(list.leaves, index).map(toHex))
        expect(verifyInclusion(fromHex(unitAt(list, index).unitId), index, count, path, fromHex(list.root))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('of an empty list are none', async () => {
    expect(await blockRoots(piecesOf(listOf(0), 1), limits)).toHaveLength(0)
  })
})
