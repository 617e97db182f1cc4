import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import {
  appendEvent,
  buildEntries,
  type DrawState,
  type EntryUnit,
  freeSeats,
  listUnits,
  openDraw,
  placements,
  unitStatus,
} from '../index.js'
import { arbitraryStory, arbitraryUnits, type Story } from '../../test/arbitrary-draw.js'
import { linesOfClosingSeat, linesOfEmptySeats, linesOfLeaving } from './lines-of-leaving.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(60_000)

type Act = {
  readonly kind: 'leave' | 'close' | 'final' | 'more'
  readonly pick: number
  readonly type: 'withdraw' | 'decline' | 'expire' | 'disqualify'
}

const arbitraryActs = fc.array(
  fc.record({
    kind: fc.constantFrom<Act['kind']>('leave', 'leave', 'leave', 'leave', 'final', 'more'),
    pick: fc.nat(1000),
    type: fc.constantFrom<Act['type']>('withdraw', 'decline', 'expire', 'disqualify'),
  }),
  { maxLength: 40 },
)

/** Rules and lists of libs/draw's own stories, with units whose seats are their people. */
const arbitraryRules = fc
  .tuple(arbitraryStory(), arbitraryUnits({ max: 12 }))
  .map(([story, units]) => ({ story, units: units.map((unit): EntryUnit => ({ ...unit, seats: unit.members.length })) }))

/** A house in which people leave, and what its invitations would be: everybody of a placed unit who has not left holds one. */
class House {
  readonly people = new Map<string, number>()
  readonly left = new Map<string, string[]>()
  readonly unseated: string[] = []
  state: DrawState

  constructor(
    { story, units }: { readonly story: Story; readonly units: readonly EntryUnit[] },
    readonly afterEach: (house: House) => void,
  ) {
    const entries = buildEntries(units, { maxUnitSeats: 4, maxWeight: 5 })
    const { count, members, seats, root } = entries
    this.state = openDraw({ ...story.manifest, entries: { count, members, seats, root } }, entries)
    for (const { unitId, members } of listUnits(entries)) this.people.set(unitId, members.length)
  }

  /** Late enough for a story whose beacon has ended. */
  draw(story: Story): void {
    this.state = appendEvent(this.state, { ...story.draw, at: this.state.at + 100_000 }).state
    this.#settle()
  }

  act({ kind, pick, type }: Act): void {
    if (kind === 'final') this.#append([{ type: 'final', reason: 'date' }])
    else if (kind === 'more') this.#append([{ type: 'capacity', pool: this.state.manifest.pools[0]?.id ?? '', seats: 1, reason: 'venue' }])
    else this.#leave(pick, type, kind === 'close')
    this.#settle()
  }

  staying(unit: string): number {
    return (this.people.get(unit) ?? 0) - (this.left.get(unit)?.length ?? 0)
  }

  #leave(pick: number, type: Act['type'], closing: boolean): void {
    const units = [...this.people.keys()].filter(
      (unit) => this.staying(unit) > 0 && (!closing || unitStatus(this.state, unit).state === 'placed'),
    )
    const unit = units[pick % units.length]
    if (unit === undefined) return
    const others = this.staying(unit) - 1
    const leaving = { type, reason: `reason-${pick}` }
    this.left.set(unit, [...(this.left.get(unit) ?? []), leaving.reason])
    const before = placements(this.state)
    this.#append(
      closing ? linesOfClosingSeat(this.state, unit, others, leaving, 'event-began') : linesOfLeaving(this.state, unit, others, leaving),
    )
    for (const { unitId } of before) if (unitId !== unit && unitStatus(this.state, unitId).state !== 'placed') this.unseated.push(unitId)
  }

  #settle(): void {
    for (;;) {
      const lines = linesOfEmptySeats(this.state, this.left)
      if (lines.length === 0) break
      this.#append(lines)
    }
    this.afterEach(this)
  }

  #append(lines: ReturnType<typeof linesOfLeaving>): void {
    for (const line of lines) this.state = appendEvent(this.state, { ...line, at: this.state.at + 1 }).state
  }
}

function seatsOf({ manifest, seating }: DrawState): number[] {
  return manifest.pools.map((_, pool) => {
    let seats = seating.free[pool] ?? 0
    for (const [unit, held] of seating.held.entries()) if (seating.poolOf[unit] === pool) seats += held
    return seats
  })
}

/** What the database counts: an invitation for each who stays in a unit that is placed. */
function expectSeatsKept(house: House): void {
  const { state } = house
  const invited = new Map(state.manifest.pools.map(({ id }) => [id, 0]))
  for (const { unitId, pool, held } of placements(state)) {
    expect(held).toBe(house.staying(unitId))
    invited.set(pool, (invited.get(pool) ?? 0) + house.staying(unitId))
  }
  for (const [index, seats] of seatsOf(state).entries())
    expect(invited.get(state.manifest.pools[index]?.id ?? '')).toBeLessThanOrEqual(seats)
  for (const { seats } of freeSeats(state)) expect(seats).toBeGreaterThanOrEqual(0)
  for (const unit of house.people.keys()) expect(unitStatus(state, unit).state === 'out').toBe(house.staying(unit) === 0)
}

describe('people who leave a unit, before and after the draw', () => {
  it('never leave a seat to nobody, or more people than seats', () => {
    fc.assert(
      fc.property(arbitraryRules, arbitraryActs, arbitraryActs, (rules, before, after) => {
        const house = new House(rules, expectSeatsKept)
        for (const act of before.filter(({ kind }) => kind === 'leave')) house.act(act)
        house.draw(rules.story)
        for (const act of after) house.act(act)
      }),
      { numRuns: 200 },
    )
  })

  it('take no seat from anybody else once the event has begun, and give none away', () => {
    fc.assert(
      fc.property(arbitraryRules, arbitraryActs, arbitraryActs, (rules, before, after) => {
        const house = new House(rules, () => undefined)
        for (const act of before.filter(({ kind }) => kind === 'leave')) house.act(act)
        house.draw(rules.story)
        for (const act of after.filter(({ kind }) => kind === 'leave')) house.act(act)
        const seated = new Set(placements(house.state).map(({ unitId }) => unitId))
        for (const act of after.filter(({ kind }) => kind === 'leave')) house.act({ ...act, kind: 'close' })
        expect(house.unseated).toEqual([])
        for (const { unitId } of placements(house.state)) expect(seated.has(unitId)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('close their seats in the log itself, wherever there is one pool', () => {
    fc.assert(
      fc.property(arbitraryStory({ simple: true }), arbitraryUnits({ max: 12 }), fc.nat(1000), (story, units, pick) => {
        const people = units.map((unit): EntryUnit => ({ ...unit, seats: unit.members.length }))
        const house = new House({ story, units: people }, () => undefined)
        house.draw(story)
        const placed = placements(house.state)
        const before = seatsOf(house.state)[0] ?? 0
        const free = freeSeats(house.state)[0]?.seats ?? 0
        house.act({ kind: 'close', type: 'expire', pick })
        expect(seatsOf(house.state)[0]).toBe(placed.length === 0 ? before : before - free - 1)
      }),
      { numRuns: 200 },
    )
  })
})
