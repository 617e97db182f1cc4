import { describe, expect, test } from '@jest/globals'
import { type ExpectedApplicants, type SelectionPolicy, simulatePolicy, usualPolicy } from '#policy'
import { chanceRows } from './chance-rows.js'

const nobody: ExpectedApplicants = { applicants: 1000, pools: {}, firstTimers: 0, losses: [], answers: {}, groups: {} }
const press = { id: 'press', seats: 20, who: { kind: 'tag' as const, tag: 'press' }, called: null, closesAt: null }

function rowsOf(changes: Partial<SelectionPolicy>, expected: Partial<ExpectedApplicants>) {
  const policy = { ...usualPolicy, ...changes }
  const simulation = simulatePolicy({ policy, capacity: 100, expected: { ...nobody, ...expected }, seed: 1, runs: 100 })
  return { rows: chanceRows(simulation, policy.pools), simulation }
}

describe('chanceRows()', () => {
  test('has one line where all are alike: seats by people', () => {
    const { rows } = rowsOf({}, {})
    expect(rows).toMatchObject([{ subject: { kind: 'everybody' }, people: 1000, chance: 0.1 }])
  })

  test('sees every side on which people differ, and each side holds everybody', () => {
    const { rows, simulation } = rowsOf(
      {
        pools: [press, ...usualPolicy.pools],
        weights: { ...usualPolicy.weights, losses: 'squared' },
        companions: { largest: 3, fill: 'hold' },
      },
      { pools: { press: 0.1 }, losses: [0, 0.2, 0.1], groups: { 2: 0.2, 3: 0.1 } },
    )
    const side = (...kinds: string[]) => rows.filter(({ subject }) => kinds.includes(subject.kind))
    expect(side('pool', 'others').map(({ subject }) => subject)).toEqual([{ kind: 'pool', poolId: 'press' }, { kind: 'others' }])
    expect(side('size').map(({ subject }) => subject)).toEqual([1, 2, 3].map((count) => ({ kind: 'size', count })))
    for (const lines of [side('lots'), side('size')]) {
      expect(lines.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(1000)
      const seats = lines.reduce((sum, { people, chance }) => sum + people * chance, 0)
      expect(seats).toBeCloseTo(simulation.expectedSeats)
    }
    for (const { low, chance, high } of rows) {
      expect(low).toBeLessThanOrEqual(chance)
      expect(high).toBeGreaterThanOrEqual(chance)
    }
  })

  test('shows the eight largest where there are more kinds of tickets', () => {
    const { rows } = rowsOf(
      { weights: { ...usualPolicy.weights, losses: 'linear', lossCap: 9 } },
      { losses: [0, ...Array.from({ length: 9 }, () => 0.1)] },
    )
    expect(rows).toHaveLength(8)
  })
})
