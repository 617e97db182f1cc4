import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryStory, arbitraryUnits, bundleOf, play } from '../test/arbitrary-draw.js'
import {
  buildEntries,
  fromHex,
  inclusionPath,
  listUnits,
  openDraw,
  parseEntries,
  replayLog,
  unitAt,
  unitKey,
  verifyInclusion,
} from './index.js'
import { rankUnits } from './order/rank-units.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(120_000)

const LIMITS = { maxUnitSeats: 4, maxWeight: 5 }
const RUNS = { numRuns: 150 }
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))

function orderOf(entries: Parameters<typeof rankUnits>[0] & Parameters<typeof unitAt>[0], by: string): string[] {
  return Array.from(rankUnits(entries, by).unitAtPlace, (unit) => unitAt(entries, unit).unitId)
}

/** On which side the neighbour lies on each level of a path; all that a path tells of the size of its tree. */
function shapeOf(index: number, size: number): string {
  let shape = ''
  for (let [at, width] = [index, size]; width > 1; [at, width] = [at >> 1, (width + 1) >> 1]) {
    if ((at ^ 1) < width) shape += at % 2 === 0 ? 'r' : 'l'
  }
  return shape
}

/** Invariants 2 to 4 and 6 to 9 are those of the seats; that changes are rejected (11) is shown with the verifier. */
describe('of the twelve invariants of protocol section 15, those of list, order and log', () => {
  it('1: the order is a permutation, and shuffling the input changes no byte', () => {
    fc.assert(
      fc.property(
        arbitraryUnits().chain((units) => fc.tuple(fc.constant(units), fc.shuffledSubarray([...units], { minLength: units.length }))),
        seed,
        ([units, shuffled], by) => {
          const entries = buildEntries(units, LIMITS)
          const again = buildEntries(
            shuffled.map((unit) => ({ ...unit, members: unit.members.toReversed(), tags: unit.tags.toReversed() })),
            LIMITS,
          )
          expect(again.file).toEqual(entries.file)
          expect(rankUnits(again, by)).toEqual(rankUnits(entries, by))
          expect(orderOf(entries, by).toSorted()).toEqual(Array.from(listUnits(entries), ({ unitId }) => unitId).toSorted())
        },
      ),
      RUNS,
    )
  })

  it('1: nor does the order in which applications came change anything that is published', () => {
    fc.assert(
      fc.property(arbitraryStory(), fc.infiniteStream(fc.nat()), (story, numbers) => {
        const keyed = story.units.map((unit) => ({ key: numbers.next().value ?? 0, unit }))
        const units = keyed.toSorted((a, b) => a.key - b.key).map(({ unit }) => unit)
        const other = { ...story, units, excluded: story.excluded.toReversed() }
        expect(bundleOf(other, play(other))).toEqual(bundleOf(story, play(story)))
      }),
      RUNS,
    )
  })

  it('5: with an equal seed, deleting a unit leaves the order of all others as it was', () => {
    fc.assert(
      fc.property(arbitraryUnits(), seed, fc.nat(), (units, by, pick) => {
        fc.pre(units.length > 0)
        const entries = buildEntries(units, LIMITS)
        const gone = unitAt(entries, pick % entries.count)
        const rest = buildEntries(
          [...listUnits(entries)].filter(({ unitId }) => unitId !== gone.unitId),
          LIMITS,
        )
        expect(orderOf(rest, by)).toEqual(orderOf(entries, by).filter((unitId) => unitId !== gone.unitId))
      }),
      RUNS,
    )
  })

  it('10: more weight never gives a higher key, and weight 1 everywhere is the unweighted order', () => {
    fc.assert(
      fc.property(seed, seed, fc.integer({ min: 1, max: 40 }), (by, unit, weight) => {
        expect(unitKey(by, unit, weight + 1) <= unitKey(by, unit, weight)).toBe(true)
      }),
      RUNS,
    )
    fc.assert(
      fc.property(arbitraryUnits(), seed, (units, by) => {
        const entries = buildEntries(
          units.map((unit) => ({ ...unit, weight: 1 })),
          LIMITS,
        )
        const byScore = Array.from(listUnits(entries), ({ unitId }) => unitId).toSorted((a, b) =>
          unitKey(by, a, 1) < unitKey(by, b, 1) ? -1 : 1,
        )
        expect(orderOf(entries, by)).toEqual(byScore)
      }),
      RUNS,
    )
  })

  it('11: replaying a prefix of the log and then the rest gives the whole', () => {
    fc.assert(
      fc.property(arbitraryStory(), fc.nat(30), (story, cut) => {
        const { start, log, end } = play(story)
        const prefix = replayLog(start, log.slice(0, cut))
        expect(replayLog(prefix, log.slice(cut))).toEqual(end)
        expect(replayLog(openDraw(story.manifest, parseEntries(start.entries.file, story.manifest)), log)).toEqual(end)
      }),
      RUNS,
    )
  })

  it('12: the path of every unit leads to the root, and to no other from every other leaf, index or size', () => {
    fc.assert(
      fc.property(arbitraryUnits({ max: 12 }), (units) => {
        const { leaves, count, root } = buildEntries(units, LIMITS)
        const rootBytes = fromHex(root)
        const leafAt = (index: number) => leaves.subarray(32 * index, 32 * index + 32)
        for (let index = 0; index < count; index += 1) {
          const path = inclusionPath(leaves, index)
          const leads = (leaf: number, at: number, size: number) => verifyInclusion(leafAt(leaf), at, size, path, rootBytes)
          expect(leads(index, index, count)).toBe(true)
          for (let other = 0; other < count; other += 1) {
            if (other === index) continue
            expect(leads(other, index, count)).toBe(false)
            expect(leads(index, other, count)).toBe(false)
          }
          // Of sizes that give the path one shape nobody can tell one; that is why a size is taken from the manifest only.
          for (let size = 0; size <= 2 * count + 1; size += 1) {
            const sameShape = index < size && shapeOf(index, size) === shapeOf(index, count)
            expect(leads(index, index, size)).toBe(sameShape)
          }
        }
      }),
      RUNS,
    )
  })
})
