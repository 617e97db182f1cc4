import { describe, expect, test } from '@jest/globals'
import { offsetOf, placeAfter } from './lift-order.js'

const heights = [60, 100, 60, 80]

describe('placeAfter()', () => {
  test.each([
    ['stays while no middle was passed', 0, 49, 0],
    ['passes a tall row at its middle', 0, 51, 1],
    ['passes several at once', 0, 400, 3],
    ['goes up', 3, -31, 2],
    ['goes up to the top and no further', 3, -4000, 0],
    ['goes nowhere without a pull', 2, 0, 2],
  ])('%s', (_, from, pulled, to) => {
    expect(placeAfter(heights, from, pulled)).toBe(to)
  })
})

describe('offsetOf()', () => {
  test.each([
    [0, 3],
    [3, 0],
    [1, 2],
    [2, 2],
  ])('makes the rows look as they will lie when row %i is put down at %i', (from, to) => {
    const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, one) => sum + one, 0))
    const shown = heights.map((_, index) => ({ index, top: (tops[index] ?? 0) + offsetOf({ from, to, heights }, index) }))
    const order = shown.sort((one, other) => one.top - other.top)
    expect(order.findIndex(({ index }) => index === from)).toBe(to)
    // Without a gap and without an overlap.
    for (const [place, { index, top }] of order.entries()) expect(top + (heights[index] ?? 0)).toBe(order[place + 1]?.top ?? 300)
  })
})
