import type { DrawState, ListedUnit, LogEvent } from '../src/index.js'
import { listUnits, rankedUnits } from '../src/index.js'
import type { Played } from './arbitrary-draw.js'

/** Each event with the state before and after it. */
export function steps({ start, states, log }: Played): { before: DrawState; event: LogEvent; after: DrawState }[] {
  return log.flatMap((event, index) => {
    const after = states[index]
    return after === undefined ? [] : [{ before: states[index - 1] ?? start, event, after }]
  })
}

/** The states from the draw on. */
export function drawn({ states }: Played): DrawState[] {
  return states.filter(({ order }) => order !== null)
}

export function unitsById(state: DrawState): Map<string, ListedUnit> {
  return new Map(Array.from(listUnits(state.entries), (unit) => [unit.unitId, unit]))
}

export function placesById(state: DrawState): Map<string, number> {
  return new Map(Array.from(rankedUnits(state), ({ unitId, rank }) => [unitId, rank]))
}

export function isEligible(state: DrawState, unit: ListedUnit | undefined, pool: string): boolean {
  const tag = state.manifest.pools.find(({ id }) => id === pool)?.tag ?? null
  return tag === null || unit?.tags.includes(tag) === true
}
