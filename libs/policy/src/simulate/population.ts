import { lossExtra } from '../largest-weight.js'
import type { SelectionPolicy } from '../policy.js'
import { tagOfPool } from '../tag-of-pool.js'
import { type ExpectedApplicants, groupCounts, peopleOf, type Portion } from './expected.js'
import type { Random } from './random.js'

/** Units of one imagined draw, in columns. `masks` has one bit per pool of `tagged`. */
export interface Units {
  readonly masks: Uint32Array
  readonly weights: Uint32Array
  readonly seats: Uint32Array
}

/** Imagines applicants anew each time it is asked; the columns are the same ones again. */
export interface Population {
  readonly count: number
  /** Ids of the pools that need a tag, in the order of the bits. */
  readonly tagged: readonly string[]
  readonly imagine: () => Units
}

/** People as expected: every share holds exactly, rounded to whole people, and falls on anybody. */
export function populationOf(policy: SelectionPolicy, expected: ExpectedApplicants, applicants: number, random: Random): Population {
  const tagged = policy.pools.flatMap((pool) => tagOfPool(pool) ?? [])
  const eligible = tagged.map((id) => peopleOf(expected.pools[id], applicants))
  const portions = sourcesOfLots(policy, expected, applicants)
  const sizes = unitSizes(policy, expected, applicants)
  const masks = new Uint32Array(applicants)
  const weights = new Uint32Array(applicants)
  const units = { masks: new Uint32Array(sizes.length), weights: new Uint32Array(sizes.length), seats: sizes }
  const pick = picker(applicants, random)
  return {
    count: sizes.length,
    tagged,
    imagine: () => {
      masks.fill(0)
      weights.fill(1)
      eligible.forEach((people, bit) => pick([{ people, extra: 2 ** bit }], masks))
      for (const source of portions) pick(source, weights)
      join(units, masks, weights)
      return units
    },
  }
}

/** Each source of lots that the policy knows. A person is in one portion of each source at most. */
function sourcesOfLots({ weights }: SelectionPolicy, expected: ExpectedApplicants, applicants: number): readonly (readonly Portion[])[] {
  const portion = (share: number | undefined, extra: number) => ({ people: peopleOf(share, applicants), extra })
  const questions = Map.groupBy(weights.answers, ({ questionId }) => questionId)
  const sources = [
    [portion(expected.firstTimers, weights.firstTimers)],
    expected.losses.map((share, losses) => portion(share, lossExtra(weights, losses))),
    ...[...questions.values()].map((answers) =>
      answers.map(({ questionId, option, extra }) => portion(expected.answers[questionId]?.[option], extra)),
    ),
  ]
  return sources.map((source) => source.filter(({ people, extra }) => people > 0 && extra > 0)).filter((source) => source.length > 0)
}

function unitSizes(policy: SelectionPolicy, expected: ExpectedApplicants, applicants: number): Uint32Array {
  const groups = groupCounts(policy, expected, applicants).flatMap(([size, count]) => Array.from({ length: count }, () => size))
  const together = groups.reduce((sum, size) => sum + size, 0)
  return Uint32Array.from([...groups, ...Array.from({ length: applicants - together }, () => 1)])
}

/** Adds the extra of each portion to a column, for people chosen at random; nobody is in two portions. */
function picker(applicants: number, random: Random): (portions: readonly Portion[], column: Uint32Array) => void {
  const people = Uint32Array.from({ length: applicants }, (_, person) => person)
  return (portions, column) => {
    let place = 0
    for (const portion of portions) {
      for (const end = Math.min(applicants, place + portion.people); place < end; place += 1) {
        const other = place + Math.floor(random() * (applicants - place))
        const person = people[other] ?? 0
        people[other] = people[place] ?? 0
        people[place] = person
        column[person] = (column[person] ?? 0) + portion.extra
      }
    }
  }
}

/** Groups are people who stand side by side: the tags that all have, and the mean of their lots (draw protocol sections 6 and 7). */
function join(units: Units, masks: Uint32Array, weights: Uint32Array): void {
  let person = 0
  for (const [unit, size] of units.seats.entries()) {
    let mask = masks[person] ?? 0
    let weight = weights[person] ?? 1
    for (let member = person + 1; member < person + size; member += 1) {
      mask &= masks[member] ?? 0
      weight += weights[member] ?? 1
    }
    units.masks[unit] = mask
    units.weights[unit] = Math.floor(weight / size)
    person += size
  }
}
