import { emptySeating, fillSeats } from '#draw'
import type { SelectionPolicy } from '../policy.js'
import { seatsOfPools } from '../seats-of-pools.js'
import { tagOfPool } from '../tag-of-pool.js'
import type { ExpectedApplicants } from './expected.js'
import { imaginedOrder } from './imagined-order.js'
import { type Population, populationOf, type Units } from './population.js'
import { seededRandom } from './random.js'
import { type Simulation, summary } from './summary.js'
import { tally } from './tally.js'

export interface SimulationInput {
  /** One without problems. */
  readonly policy: SelectionPolicy
  readonly capacity: number
  readonly expected: ExpectedApplicants
  /** The same seed gives the same figures. */
  readonly seed: number
  /** How many draws are imagined; usually as many as take a moment, and more for fewer people. */
  readonly runs?: number
}

/** People in all imagined draws together: under a second of work. */
const usualPeople = 2_400_000
const fewestRuns = 40
const mostRuns = 4000

/** More people do not change a chance any further, and would only take time. */
const mostApplicants = 200_000

/**
 * What a policy does with the people somebody expects: draws are imagined, in each of which everybody gets a place in one order by lot and
 * the draw's own fill rule gives out the seats. Groups for whom seats are held have got them or let them go by the end.
 */
export function simulatePolicy({ policy, capacity, expected, seed, runs: given }: SimulationInput): Simulation {
  const random = seededRandom(seed)
  const applicants = Math.min(mostApplicants, Math.max(0, Math.floor(expected.applicants) || 0))
  const runs = given ?? Math.min(mostRuns, Math.max(fewestRuns, Math.round(usualPeople / Math.max(1, applicants))))
  const population = populationOf(policy, expected, applicants, random)
  const order = imaginedOrder(population.count, random)
  const unitAtPlace = new Uint32Array(population.count)
  const seats = seatsOfPools(policy, capacity).map((number) => Math.max(0, number))
  const pools = policy.pools.map((pool, index) => ({ id: pool.id, seats: seats[index] ?? 0, tag: tagOfPool(pool) }))
  const drawn = seats.reduce((sum, number) => sum + number, 0)
  const give = giver(population, unitAtPlace)
  const counts = tally()
  /** The same people and the same order, with every seat for everybody. */
  const withoutReserves = tally()
  const taken = new Float64Array(pools.length)
  for (let run = 0; run < runs; run += 1) {
    const units = population.imagine()
    order(units.weights, unitAtPlace)
    const { held, poolOf } = give(units, { pools, spillTo: policy.spillTo })
    counts.add(units, held)
    for (const [unit, seatsHeld] of held.entries()) {
      const pool = poolOf[unit] ?? 0
      taken[pool] = (taken[pool] ?? 0) + seatsHeld
    }
    if (population.tagged.length > 0) {
      withoutReserves.add(units, give(units, { pools: [{ id: 'all', seats: drawn, tag: null }], spillTo: null }).held)
    }
  }
  return summary({ pools, population, counts, withoutReserves, taken, runs, applicants })
}

/** Gives out the seats of one imagined draw. */
function giver({ tagged, count }: Population, unitAtPlace: Uint32Array) {
  const setOfMask = new Map<number, number>()
  const tagSets: string[][] = []
  const tagSetOf = new Uint32Array(count)
  return ({ masks, seats }: Units, manifest: Parameters<typeof fillSeats>[0]['manifest']) => {
    for (let unit = 0; unit < count; unit += 1) {
      const mask = masks[unit] ?? 0
      let set = setOfMask.get(mask)
      if (set === undefined) {
        set = tagSets.push(tagged.filter((_, bit) => (mask & (2 ** bit)) !== 0)) - 1
        setOfMask.set(mask, set)
      }
      tagSetOf[unit] = set
    }
    const seating = emptySeating({ ...manifest, fill: 'first-fit' }, { count })
    fillSeats({ manifest, entries: { tagSets, tagSetOf, unitSeats: seats }, order: { unitAtPlace } }, seating)
    return seating
  }
}
