import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryStory, arbitraryUnits, play, type Played } from '../test/arbitrary-draw.js'
import {
  buildEntries,
  type DrawState,
  freeSeats,
  inclusionPath,
  fromHex,
  type LogEvent,
  type ListedUnit,
  listUnits,
  openDraw,
  parseEntries,
  placements,
  rankedUnits,
  replayLog,
  unitAt,
  unitKey,
  unitStatus,
  verifyInclusion,
  waitlist,
} from './index.js'
import { rankUnits } from './order/rank-units.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(60_000)

const LIMITS = { maxUnitSeats: 4, maxWeight: 5 }
const RUNS = { numRuns: 150 }
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))

/** Each event with the state before and after it. */
function steps({ start, states, log }: Played): { before: DrawState; event: LogEvent; after: DrawState }[] {
  return log.flatMap((event, index) => {
    const after = states[index]
    return after === undefined ? [] : [{ before: states[index - 1] ?? start, event, after }]
  })
}

function drawn({ states }: Played): DrawState[] {
  return states.filter(({ order }) => order !== null)
}

function unitsById(state: DrawState): Map<string, ListedUnit> {
  return new Map(Array.from(listUnits(state.entries), (unit) => [unit.unitId, unit]))
}

function isEligible(state: DrawState, unit: ListedUnit | undefined, pool: string): boolean {
  const tag = state.manifest.pools.find(({ id }) => id === pool)?.tag ?? null
  return tag === null || unit?.tags.includes(tag) === true
}

function orderOf(entries: Parameters<typeof rankUnits>[0] & Parameters<typeof unitAt>[0], by: string): string[] {
  return Array.from(rankUnits(entries, by).unitAtPlace, (unit) => unitAt(entries, unit).unitId)
}

describe('the twelve invariants of protocol section 15', () => {
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

  it('2: free + held = seats + capacity - shrink after every event, and free is never negative', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        const played = play(story)
        let total = story.manifest.seats
        for (const { event, after } of steps(played)) {
          if (event.type === 'capacity') total += event.seats
          if (event.type === 'shrink') total -= event.seats
          const free = freeSeats(after).map(({ seats }) => seats)
          const held = placements(after).reduce((sum, placement) => sum + placement.held, 0)
          expect(Math.min(...free)).toBeGreaterThanOrEqual(0)
          expect(free.reduce((sum, seats) => sum + seats, 0) + held).toBe(total)
        }
      }),
      RUNS,
    )
  })

  it('3: a unit holds all its seats or none, unless a reduce names it', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        const played = play(story)
        const reduced = new Set(played.log.flatMap((event) => (event.type === 'reduce' ? [event.unit] : [])))
        for (const state of drawn(played)) {
          const units = unitsById(state)
          for (const { unitId, held } of placements(state)) {
            expect(held).toBeGreaterThan(0)
            if (!reduced.has(unitId)) expect(held).toBe(units.get(unitId)?.seats)
          }
          for (const unit of units.keys()) {
            const index = units.get(unit)?.index ?? -1
            expect((state.seating.held[index] ?? 0) > 0).toBe(unitStatus(state, unit).state === 'placed')
          }
        }
      }),
      RUNS,
    )
  })

  it('4: a unit in a tagged pool has the tag', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        for (const state of drawn(play(story))) {
          const units = unitsById(state)
          for (const { unitId, pool } of placements(state)) expect(isEligible(state, units.get(unitId), pool)).toBe(true)
        }
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

  it('6: who is placed while an earlier eligible unit waits needed fewer seats; with hold that never happens before final', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        for (const { before, event, after } of steps(play(story))) {
          if (after.order === null) continue
          const place = new Map(Array.from(rankedUnits(after), ({ unitId, rank }) => [unitId, rank]))
          const units = unitsById(after)
          const waiting = waitlist(after)
          for (const [unitId, pool] of event.promoted) {
            const envious = waiting.filter(
              (other) => (place.get(other) ?? 0) < (place.get(unitId) ?? 0) && isEligible(after, units.get(other), pool),
            )
            if (envious.length === 0) continue
            expect(before.seating.firstFit || event.type === 'final').toBe(true)
            const freeNow = freeSeats(after).find(({ pool: id }) => id === pool)?.seats ?? 0
            for (const other of envious) expect(units.get(other)?.seats ?? 0).toBeGreaterThan(freeNow)
          }
        }
      }),
      RUNS,
    )
  })

  it('7: after a first-fit fill nobody waits who fits, and with spillTo the other pools are empty', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        for (const state of drawn(play(story))) {
          if (!state.seating.firstFit) continue
          const units = unitsById(state)
          for (const { pool, seats } of freeSeats(state)) {
            if (state.manifest.spillTo !== null && pool !== state.manifest.spillTo) expect(seats).toBe(0)
            for (const unitId of waitlist(state)) {
              const unit = units.get(unitId)
              if (isEligible(state, unit, pool)) expect(unit?.seats ?? 0).toBeGreaterThan(seats)
            }
          }
        }
      }),
      RUNS,
    )
  })

  it('7, for hold: free seats are kept only for the first waiting unit that may have them', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        for (const state of drawn(play(story))) {
          if (state.seating.firstFit) continue
          const units = unitsById(state)
          for (const { pool, seats } of freeSeats(state)) {
            const first = waitlist(state).find((unitId) => isEligible(state, units.get(unitId), pool))
            if (first !== undefined) expect(units.get(first)?.seats ?? 0).toBeGreaterThan(seats)
          }
        }
      }),
      RUNS,
    )
  })

  it('8: only shrink or an event that names the unit ends a placement', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        for (const { before, event, after } of steps(play(story))) {
          if (event.type === 'shrink') continue
          const named = 'unit' in event ? event.unit : null
          for (const { unitId, pool, held } of placements(before)) {
            if (unitId !== named) expect(unitStatus(after, unitId)).toEqual({ state: 'placed', pool, held })
          }
        }
      }),
      RUNS,
    )
  })

  it('9: all solo, one pool, first-fit, no reinstate: the placed are the first of the order that are not out', () => {
    const story = arbitraryStory({ simple: true, moves: ['withdraw', 'decline', 'expire', 'disqualify', 'capacity', 'shrink', 'final'] })
    fc.assert(
      fc.property(story, (told) => {
        for (const state of drawn(play(told))) {
          const inRace = Array.from(rankedUnits(state), ({ unitId }) => unitId).filter(
            (unitId) => unitStatus(state, unitId).state !== 'out',
          )
          const placed = placements(state).map(({ unitId }) => unitId)
          expect(placed).toEqual(inRace.slice(0, placed.length))
        }
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

  it('12: the path of every unit leads to the root, and to no other from another leaf or index', () => {
    fc.assert(
      fc.property(arbitraryUnits(), fc.nat(), (units, pick) => {
        const { leaves, count, root } = buildEntries(units, LIMITS)
        const rootBytes = fromHex(root)
        for (let index = 0; index < count; index += 1) {
          const leaf = leaves.subarray(32 * index, 32 * index + 32)
          const path = inclusionPath(leaves, index)
          expect(verifyInclusion(leaf, index, count, path, rootBytes)).toBe(true)
          const other = pick % count
          if (other === index) continue
          expect(verifyInclusion(leaf, other, count, path, rootBytes)).toBe(false)
          expect(verifyInclusion(leaves.subarray(32 * other, 32 * other + 32), index, count, path, rootBytes)).toBe(false)
        }
      }),
      RUNS,
    )
  })
})
