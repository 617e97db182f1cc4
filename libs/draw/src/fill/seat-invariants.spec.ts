import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryStory, play } from '../../test/arbitrary-draw.js'
import { drawn, isEligible, placesById, steps, unitsById } from '../../test/story-states.js'
import { type DrawState, freeSeats, type LogEvent, placements, rankedUnits, unitStatus, waitlist } from '../index.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(120_000)

const RUNS = { numRuns: 150 }

function freeIn(state: DrawState, pool: string): number {
  return freeSeats(state).find(({ pool: id }) => id === pool)?.seats ?? 0
}

/**
 * At least how many seats were free in the pool when the promotion at `index` happened: what is left of it now and what it gave
 * out from then on. Without spilling it was exactly that; a pool that spills had more, the one it spills to may have got it later.
 */
function freeWhenPromoted(after: DrawState, { promoted }: LogEvent, index: number): number {
  const units = unitsById(after)
  const seatsOf = (unitId: string) => units.get(unitId)?.seats ?? 0
  const [unit = '', pool = ''] = promoted[index] ?? []
  if (pool === after.manifest.spillTo) return seatsOf(unit)
  const later = promoted.slice(index).filter(([, other]) => other === pool)
  return later.reduce((sum, [unitId]) => sum + seatsOf(unitId), freeIn(after, pool))
}

describe('of the twelve invariants of protocol section 15, those of the seats', () => {
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

  it('3: a unit holds all its seats or none, less what a reduce gave back, and is placed exactly when it holds any', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        const held = new Map<string, number>()
        for (const { event, after } of steps(play(story))) {
          const units = unitsById(after)
          if (event.type === 'reduce') held.set(event.unit, (held.get(event.unit) ?? 0) - event.seats)
          for (const [unitId] of event.promoted) held.set(unitId, units.get(unitId)?.seats ?? 0)
          const holding = new Map(placements(after).map((placement) => [placement.unitId, placement.held]))
          for (const { unitId, index } of units.values()) {
            const placed = unitStatus(after, unitId).state === 'placed'
            expect(holding.get(unitId)).toBe(placed ? held.get(unitId) : undefined)
            expect((after.seating.held[index] ?? 0) > 0).toBe(placed)
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

  it('6: whoever waits before one who is placed needed more seats than were free; with hold nobody does before final', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        for (const { before, event, after } of steps(play(story))) {
          const place = placesById(after)
          const units = unitsById(after)
          event.promoted.forEach(([unitId, pool], index) => {
            const waiting = [...waitlist(after), ...event.promoted.slice(index + 1).map(([later]) => later)]
            const envious = waiting.filter(
              (other) => (place.get(other) ?? 0) < (place.get(unitId) ?? 0) && isEligible(after, units.get(other), pool),
            )
            if (envious.length === 0) return
            expect(before.seating.firstFit || event.type === 'final').toBe(true)
            const free = freeWhenPromoted(after, event, index)
            for (const other of envious) expect(units.get(other)?.seats ?? 0).toBeGreaterThan(free)
          })
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

  it('8: only shrink, in its pool, or an event that names the unit ends a placement', () => {
    fc.assert(
      fc.property(arbitraryStory(), (story) => {
        for (const { before, event, after } of steps(play(story))) {
          const named = 'unit' in event ? event.unit : null
          const shrunk = event.type === 'shrink' ? event.pool : null
          for (const { unitId, pool, held } of placements(before)) {
            if (unitId !== named && pool !== shrunk) expect(unitStatus(after, unitId)).toEqual({ state: 'placed', pool, held })
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
})
