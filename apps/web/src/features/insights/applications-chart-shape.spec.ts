import { describe, expect, test } from '@jest/globals'
import { chartOf, gathered, height, width } from './applications-chart-shape.js'

const zone = 'Europe/Amsterdam'
const hours = (counts: number[], from = '2027-05-03T07:00:00Z') =>
  counts.map((count, index) => ({ at: new Date(Date.parse(from) + index * 3_600_000).toISOString(), count }))

describe('the steps of the chart', () => {
  test('are hours where many apply, and longer the fewer they are', () => {
    expect(gathered(hours(Array(100).fill(20)), zone).hoursPerStep).toBe(1)
    expect(gathered(hours(Array(100).fill(1)), zone).hoursPerStep).toBe(3)
    expect(gathered(hours([1, ...Array(200).fill(0), 1]), zone).hoursPerStep).toBe(24)
  })

  test('are hours while there are few of them', () => {
    expect(gathered(hours([1, 0, 0, 2]), zone)).toEqual({ hoursPerStep: 1, counts: hours([1, 0, 0, 2]) })
  })

  test('keep everybody, and begin where the clocks of the zone begin their part of the day', () => {
    const { counts } = gathered(hours(Array(100).fill(1)), zone)
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(100)
    expect(counts.slice(0, 2)).toEqual([
      { at: '2027-05-03T07:00:00.000Z', count: 3 },
      { at: '2027-05-03T10:00:00.000Z', count: 3 },
    ])
  })

  test('of a day begin at midnight also when the clocks change', () => {
    const { counts } = gathered(
      hours(
        Array(24 * 6)
          .fill(0)
          .fill(1, 0, 10),
        '2027-03-26T12:00:00Z',
      ),
      zone,
    )
    expect(counts.map(({ at }) => at)).toContain('2027-03-28T22:00:00.000Z')
  })
})

describe('the chart of applications', () => {
  test('a few hours are bars, many are a line that ends at the right edge', () => {
    expect(chartOf(hours([3, 0, 5]), zone).end).toBeNull()
    expect(chartOf(hours(Array(30).fill(2)), zone).end).toEqual({ x: width, y: 0 })
  })

  test('rules stand at round numbers, the highest at or above the peak', () => {
    const { rules, peak } = chartOf(hours([80, 66, 52]), zone)
    expect(peak.count).toBe(80)
    expect(rules.map(({ value }) => value)).toEqual([50, 100])
    expect(rules.at(-1)?.y).toBe(0)
  })

  test('the same number of applications is always at the same height', () => {
    const { rules } = chartOf(hours([1]), zone)
    expect(rules).toEqual([{ value: 1, y: 0 }])
    expect(chartOf(hours([0, 0]), zone).rules[0]?.y).toBeLessThan(height)
  })

  test('days are named where they begin on the clocks of the zone, never more than seven', () => {
    const week = chartOf(hours(Array(24 * 20).fill(1)), zone)
    expect(week.days.length).toBeLessThanOrEqual(7)
    expect(chartOf(hours(Array(48).fill(1)), zone).days[1]?.at).toBe('2027-05-03T22:00:00.000Z')
  })

  test('no hours at all are an empty chart, not an error', () => {
    expect(chartOf([], zone).peak.count).toBe(0)
  })
})
