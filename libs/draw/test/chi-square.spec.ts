import { describe, expect, it } from '@jest/globals'
import { chiSquare, chiSquareTail, countTail, inclusionStatistic } from './chi-square.js'

describe('the measure of the statistical tests', () => {
  it.each([
    [3.841, 1, 0.05],
    [10.828, 1, 0.001],
    [16.919, 9, 0.05],
    [62.428, 39, 0.01],
    [149.449, 100, 0.001],
    [293.248, 255, 0.05],
  ])('knows the published quantile %d of %d degrees of freedom', (statistic, degrees, chance) => {
    expect(chiSquareTail(statistic, degrees) / chance).toBeCloseTo(1, 2)
  })

  it('is exact where there is a formula: two degrees are exponential, four nearly', () => {
    for (const x of [0.1, 1, 5, 27.63, 80]) {
      expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 10)
      expect(chiSquareTail(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 10)
    }
    expect(chiSquareTail(0, 3)).toBe(1)
  })

  it('compares counts with chances', () => {
    expect(chiSquare([45, 55], [0.5, 0.5])).toBeCloseTo(1, 10)
    expect(countTail(55, 100, 0.5)).toBeCloseTo(chiSquareTail(1, 1), 10)
  })

  it('takes into account that seats are drawn without replacement', () => {
    // Protocol section 14: sum((O-E)^2) / (M p (1-p)) * (n-1)/n.
    const [counts, draws, seats, units] = [[26, 24, 25, 25], 50, 2, 4]
    expect(inclusionStatistic(counts, { draws, seats, units })).toBeCloseTo((2 / (50 * 0.5 * 0.5)) * (3 / 4), 10)
  })
})
