import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shownRanks } from './shown-ranks.js'

const short = (stretches: ReturnType<typeof shownRanks>) =>
  stretches.map(({ kind, from, to }) => (kind === 'gap' ? `(${to - from + 1})` : `${from}-${to}`)).join(' ')

describe('the order in short', () => {
  test('shows the first, the one looked for, and where the seats end', () => {
    expect(short(shownRanks({ total: 2318, lastSeat: 94, sought: 37 }))).toBe('1-3 (32) 36-38 (54) 93-96 (2222)')
  })

  test('has no gap of a single ticket, and none where everything fits', () => {
    expect(short(shownRanks({ total: 9, lastSeat: 5, sought: 9 }))).toBe('1-9')
    expect(short(shownRanks({ total: 3, lastSeat: null, sought: null }))).toBe('1-3')
  })

  test('tells every rank exactly once, in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.option(fc.integer({ min: 1, max: 500 })),
        fc.option(fc.integer({ min: 1, max: 500 })),
        (total, lastSeat, sought) => {
          const ranks = shownRanks({ total, lastSeat, sought }).flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, index) => from + index),
          )
          expect(ranks).toEqual(Array.from({ length: total }, (_, index) => index + 1))
        },
      ),
    )
  })
})
