import type { Population } from './population.js'
import { interval, type Kind, type Tally } from './tally.js'

/** People who are alike: what they can expect. */
export interface SimulatedRow {
  readonly kind: 'alone' | 'group'
  /** Pools that are not for everybody, in which they compete. */
  readonly poolIds: readonly string[]
  /** Lots of each ticket. */
  readonly weight: number
  /** People on each ticket. */
  readonly size: number
  /** How many such people there are, on average. */
  readonly people: number
  /** Of a seat, wherever it comes from; with its 95 % interval. */
  readonly chance: number
  readonly chanceLow: number
  readonly chanceHigh: number
  /** Seats they get together, on average. */
  readonly expectedSeats: number
}

/** What becomes of a pool, on average, and of those who may compete in it. */
export interface SimulatedPool {
  readonly id: string
  readonly seats: number
  /** Seats that end up taken in it; more than `seats` where others spill into it. */
  readonly taken: number
  readonly people: number
  /** Of a seat, wherever it comes from. */
  readonly chance: number
  readonly chanceLow: number
  readonly chanceHigh: number
  /** Of a seat for those who may not compete here; null where there are none. */
  readonly othersChance: number | null
  /** Seats that its people get in all pools together. */
  readonly expectedSeats: number
  /** Seats that they would get if every seat were for everybody. */
  readonly seatsWithoutReserves: number
}

export interface Simulation {
  readonly runs: number
  readonly applicants: number
  /** Of somebody who applies, whoever she is. */
  readonly chance: number
  /** Seats that are given out in the draw, on average. */
  readonly expectedSeats: number
  /** Those with the most people first. */
  readonly rows: readonly SimulatedRow[]
  /** In the policy's order. */
  readonly pools: readonly SimulatedPool[]
}

interface Counted {
  readonly pools: readonly { readonly id: string; readonly seats: number; readonly tag: string | null }[]
  readonly population: Population
  readonly counts: Tally
  readonly withoutReserves: Tally
  /** Seats taken per pool, over all runs. */
  readonly taken: Float64Array
  readonly runs: number
  readonly applicants: number
}

/** Averages of what was counted in all imagined draws. */
export function summary({ pools, population, counts, withoutReserves, taken, runs, applicants }: Counted): Simulation {
  const { tagged } = population
  const all = total(counts.kinds)
  const simulatedPools = pools.map(({ id, seats, tag }, index): SimulatedPool => {
    const bit = tag === null ? 0 : 2 ** tagged.indexOf(tag)
    const isIn = ({ mask }: Kind) => (mask & bit) === bit
    const own = total(counts.kinds.filter(isIn))
    const others = total(counts.kinds.filter((kind) => !isIn(kind)))
    const without = tagged.length === 0 ? own : total(withoutReserves.kinds.filter(isIn))
    return {
      id,
      seats,
      taken: average(taken[index] ?? 0, runs),
      people: average(own.people, runs),
      ...chanceOf(own),
      othersChance: others.people === 0 ? null : others.seats / others.people,
      expectedSeats: average(own.seats, runs),
      seatsWithoutReserves: average(without.seats, runs),
    }
  })
  return {
    runs,
    applicants,
    chance: average(all.seats, all.people),
    expectedSeats: average(all.seats, runs),
    rows: counts.kinds.map((kind) => rowOf(kind, tagged, runs)).toSorted((one, other) => other.people - one.people),
    pools: simulatedPools,
  }
}

function rowOf(kind: Kind, tagged: readonly string[], runs: number): SimulatedRow {
  const { mask, weight, size } = kind
  const sums = total([kind])
  return {
    kind: size === 1 ? 'alone' : 'group',
    poolIds: tagged.filter((_, bit) => (mask & (2 ** bit)) !== 0),
    weight,
    size,
    people: average(sums.people, runs),
    ...chanceOf(sums),
    expectedSeats: average(sums.seats, runs),
  }
}

interface Sums {
  readonly people: number
  readonly seats: number
  readonly units: number
  readonly won: number
}

function total(kinds: readonly Kind[]): Sums {
  const sums = { people: 0, seats: 0, units: 0, won: 0 }
  for (const { size, units, won } of kinds) {
    sums.people += size * units
    sums.seats += size * won
    sums.units += units
    sums.won += won
  }
  return sums
}

function chanceOf({ people, seats, units, won }: Sums): {
  readonly chance: number
  readonly chanceLow: number
  readonly chanceHigh: number
} {
  const chance = average(seats, people)
  const [low, high] = interval(won, units)
  return { chance, chanceLow: Math.min(low, chance), chanceHigh: Math.max(high, chance) }
}

function average(sum: number, count: number): number {
  return count === 0 ? 0 : sum / count
}
