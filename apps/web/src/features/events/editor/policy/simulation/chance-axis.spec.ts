import { describe, expect, test } from '@jest/globals'
import { chanceAxis, percentOf } from './chance-axis.js'

describe('chanceAxis()', () => {
  test.each([0, 0.004, 0.01, 0.013, 0.049, 0.18, 0.43, 0.77, 1])('holds a chance of %d with few rules at round places', (largest) => {
    const { end, rules } = chanceAxis(largest)
    expect(end).toBeGreaterThanOrEqual(largest)
    expect(rules.at(-1)).toBeCloseTo(end)
    expect(rules.length).toBeLessThanOrEqual(5)
    for (const rule of rules) expect(Number(percentOf(rule, 'en').replace(' %', ''))).toBeCloseTo(rule * 100)
  })
})

test('a small share keeps a decimal, in the way of its language', () => {
  expect([0, 0.0083, 0.018, 0.02, 0.0994, 0.0996, 0.43, 1].map((share) => percentOf(share, 'en'))).toEqual([
    '0 %',
    '0.8 %',
    '1.8 %',
    '2 %',
    '9.9 %',
    '10 %',
    '43 %',
    '100 %',
  ])
  expect(percentOf(0.018, 'nl')).toBe('1,8 %')
})
