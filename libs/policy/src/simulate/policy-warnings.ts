import { largestWeight } from '../largest-weight.js'
import type { SelectionPolicy } from '../policy.js'
import { brokenRules, type PolicyProblem, type Rule } from '../problems/problem.js'
import { tagOfPool } from '../tag-of-pool.js'
import type { SimulatedPool, Simulation } from './summary.js'

/** Fewer people than this with the same tag can be recognised in the public list (draw protocol section 3). */
const fewHolders = 10
/** Above this, large groups lose noticeably (draw protocol section 9). */
const largestKappa = 0.05
/** The largest group's loss was 1.1 to 1.3 times kappa. */
const lossPerKappa = 1.2
/** About every fifth who is invited does not come, so a pool needs that many more than it has seats. */
const spare = 1.2
/** What chance alone makes of seats, and nobody would call a gain. */
const noGain = 0.5

/**
 * Where a policy does something else than people expect of it, with the applicants who were imagined. Unlike a problem, a warning forbids
 * nothing. `path` is that of the part it is about, `code` a key under `warnings` in the console's catalogue.
 */
export function policyWarnings(policy: SelectionPolicy, simulation: Simulation): readonly PolicyProblem[] {
  if (simulation.applicants === 0) return []
  return brokenRules([
    ...seatWarnings(policy, simulation),
    ...policy.pools.flatMap((_, index) => poolWarnings(policy, simulation, index)),
    ...weightWarnings(policy, simulation),
    ...groupWarnings(policy, simulation),
  ])
}

const drawnSeats = ({ pools }: Simulation) => pools.reduce((sum, { seats }) => sum + seats, 0)

function seatWarnings({ pools }: SelectionPolicy, simulation: Simulation): readonly Rule[] {
  const { applicants } = simulation
  const seats = drawnSeats(simulation)
  const hasOpen = pools.some((pool) => tagOfPool(pool) === null)
  const shut = hasOpen ? 0 : simulation.rows.reduce((sum, { poolIds, people }) => sum + (poolIds.length === 0 ? people : 0), 0)
  return [
    [applicants <= seats, 'pools', 'seatsForAll', { people: applicants, seats }],
    [Math.round(shut) > 0, 'pools', 'noChance', { people: Math.round(shut), applicants }],
  ]
}

function poolWarnings(policy: SelectionPolicy, simulation: Simulation, index: number): readonly Rule[] {
  const pool = policy.pools[index]
  const simulated = simulation.pools[index]
  if (pool === undefined || simulated === undefined || tagOfPool(pool) === null) return []
  const path = `pools.${index}`
  const { seats } = simulated
  const people = Math.round(simulated.people)
  const isOpen = policy.pools.map((one) => tagOfPool(one) === null)
  const isExtra = isOpen.lastIndexOf(true, index) !== -1
  const values = { people, seats }
  return [
    [people === 0, path, 'poolNobody', { seats }],
    [people > 0 && people <= seats, path, 'poolSure', values],
    [people > 0 && people < fewHolders, path, 'fewHolders', { people }],
    [people > 0 && isExtra, path, 'poolExtra', gain(simulated)],
    [people > seats && !isExtra && isOpen.includes(true) && !gainsBy(simulated), path, 'reserveIdle', gain(simulated)],
    [policy.spillTo === null && isOpen.includes(true) && people <= spare * seats, 'spillTo', 'seatsEmpty', values],
  ]
}

function gainsBy({ expectedSeats, seatsWithoutReserves }: SimulatedPool): boolean {
  return expectedSeats > seatsWithoutReserves + noGain
}

function gain({ seats, expectedSeats, seatsWithoutReserves }: SimulatedPool) {
  return { seats, expected: Math.round(expectedSeats), without: Math.round(seatsWithoutReserves) }
}

function weightWarnings(policy: SelectionPolicy, simulation: Simulation): readonly Rule[] {
  const weighs = largestWeight(policy) > 1
  const plain = simulation.rows.filter(({ weight }) => weight === 1)
  const people = plain.reduce((sum, row) => sum + row.people, 0)
  const chance = plain.reduce((sum, row) => sum + row.expectedSeats, 0) / Math.max(people, 1e-9)
  const forAll = simulation.applicants <= drawnSeats(simulation)
  return [
    [weighs && forAll, 'weights', 'lotsIdle'],
    [weighs && !forAll && new Set(simulation.rows.map(({ weight }) => weight)).size === 1, 'weights', 'lotsSame'],
    [
      weighs && !forAll && people > 0 && chance < simulation.chance / 3,
      'weights',
      'lotsStrong',
      { percent: Math.round((100 * chance) / (simulation.chance || 1)) },
    ],
  ]
}

function groupWarnings({ companions }: SelectionPolicy, { pools }: Simulation): readonly Rule[] {
  const { largest, fill } = companions
  if (largest <= 1) return []
  return [
    [fill === 'first-fit', 'companions.fill', 'firstFit', { largest }],
    ...pools.map(({ seats }, index): Rule => {
      const kappa = (largest - 1) / Math.max(1, seats)
      const percent = Math.min(99, Math.round(100 * lossPerKappa * kappa))
      return [kappa > largestKappa, `pools.${index}`, 'groupsLose', { largest, seats, percent }]
    }),
  ]
}
