import { describe, expect, it, jest } from '@jest/globals'
import { manifestOf } from '../../test/arbitrary-draw.js'
import { chiSquare, chiSquareTail, FALSE_ALARM_RATE } from '../../test/chi-square.js'
import { buildEntries } from '../entries/build-entries.js'
import type { EntryUnit } from '../entries/entry-list.js'
import { toHex } from '../hash/hex.js'
import { u64be } from '../hash/integers.js'
import { taggedHash } from '../hash/tagged-hash.js'
import { rankUnits } from '../order/rank-units.js'
import { fillSeats } from './fill-seats.js'
import { emptySeating } from './seating.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(120_000)

const SIZES = [1, 2, 3, 4]
/** How many units there are of each size: most come alone, as the protocol's simulation had it. */
const UNITS = [105, 30, 9, 6]
const SEATS = 20
const DRAWS = 8000
/** What the last seats of a pool can cost a group: (largest - 1) / seats (protocol section 9). */
const KAPPA = (SIZES.length - 1) / SEATS
/** A normal deviate lies outside with FALSE_ALARM_RATE. */
const DEVIATIONS = 4.9

const bytes = (text: string) => new TextEncoder().encode(text)

const units: readonly EntryUnit[] = UNITS.flatMap((count, index) =>
  Array.from({ length: count }, (_, unit) => {
    const members = Array.from({ length: index + 1 }, (__, member) => toHex(taggedHash('TEST', bytes(`${index}.${unit}.${member}`))))
    return { members, seats: index + 1, weight: 1, tags: [] }
  }),
)
const manifest = manifestOf(units, { seats: SEATS, pools: [{ id: 'open', seats: SEATS, tag: null }] })
const entries = buildEntries(units, manifest)

/** Of 8,000 draws: which size was first, which sizes got in, and how many seats were left. */
function drawGroups() {
  const firsts = SIZES.map(() => 0)
  const placed = SIZES.map(() => 0)
  let mostUnused = 0
  for (let number = 0; number < DRAWS; number += 1) {
    const order = rankUnits(entries, toHex(taggedHash('TEST', bytes('g'), u64be(number))))
    const seating = emptySeating(manifest, entries)
    const sizeOf = (unit: number | undefined) => (entries.unitSeats[unit ?? 0] ?? 0) - 1
    const first = sizeOf(order.unitAtPlace[0])
    firsts[first] = (firsts[first] ?? 0) + 1
    for (const [unit] of fillSeats({ manifest, entries, order }, seating)) placed[sizeOf(unit)] = (placed[sizeOf(unit)] ?? 0) + 1
    mostUnused = Math.max(mostUnused, seating.free[0] ?? 0)
  }
  return { firsts, placed, mostUnused }
}

describe(`groups of one to four for ${SEATS} seats, in ${DRAWS} draws (false alarm ${FALSE_ALARM_RATE} each)`, () => {
  const { firsts, placed, mostUnused } = drawGroups()

  /** How often a unit of this size gets in, compared with one alone, and the standard deviation of that. */
  function success(size: number): { ratio: number; deviation: number } {
    const [alone = 0, count = 0] = [placed[0], placed[size - 1]]
    const ratio = (count / (UNITS[size - 1] ?? 1) / alone) * (UNITS[0] ?? 1)
    return { ratio, deviation: ratio * Math.sqrt(1 / count + 1 / alone) }
  }

  it('have one key whatever their size: a size is first as often as it has units', () => {
    const chances = UNITS.map((count) => count / units.length)
    expect(chiSquareTail(chiSquare(firsts, chances), SIZES.length - 1)).toBeGreaterThan(FALSE_ALARM_RATE)
  })

  it.each([
    [2, 0.921],
    [3, 0.881],
    [4, 0.825],
  ])('of %d get in about %d times as often as one alone, as the protocol publishes', (size, published) => {
    const { ratio, deviation } = success(size)
    // The published figures are of 12,000 people with another mix of sizes: that may make up to two points.
    expect(Math.abs(ratio - published)).toBeLessThan(DEVIATIONS * deviation + 0.02)
  })

  it('lose 1.1 to 1.3 times kappa when they are largest', () => {
    const { ratio, deviation } = success(4)
    expect(1 - ratio).toBeLessThan(1.3 * KAPPA + DEVIATIONS * deviation)
    expect(1 - ratio).toBeGreaterThan(1.1 * KAPPA - DEVIATIONS * deviation)
  })

  it('leave no seat unused while somebody alone waits', () => {
    expect(mostUnused).toBe(0)
  })
})
