import { describe, expect, test } from '@jest/globals'
import { type PolicyPool, type SelectionPolicy, seatsOfPools, usualPolicy } from '#policy'
import { earlierClose, movedPool, turnOf, withNewPool, withoutPool, withPool, withRest } from './change-pools.js'

const capacity = 100
const noordwijk: PolicyPool['who'] = { kind: 'answer', questionId: 'q-town', options: ['Noordwijk'] }

const added = (policy: SelectionPolicy) => withNewPool(policy, capacity, noordwijk).policy
const withReserve = added(usualPolicy)

describe('a new pool', () => {
  test('is filled before the seats for everybody, who get what it leaves', () => {
    expect(withReserve.pools.map(({ seats, who }) => [seats, who.kind])).toEqual([
      [10, 'answer'],
      [null, 'everybody'],
    ])
    expect(withReserve.spillTo).toBe('open')
    expect(seatsOfPools(withReserve, capacity)).toEqual([10, 90])
  })

  test('does not decide again where leftovers go', () => {
    expect(added({ ...withReserve, spillTo: null }).spillTo).toBeNull()
  })

  test('has an id of its own', () => {
    const ids = added(added(withReserve)).pools.map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
  })
})

describe('taking a pool away', () => {
  test('hands the rest on when it had it, first of all to everybody', () => {
    const two = withRest(withReserve, 0, capacity)
    expect(two.pools.map(({ seats }) => seats)).toEqual([null, 90])
    expect(withoutPool(two, 0).pools).toEqual([usualPolicy.pools[0]])
  })

  test('leaves no leftovers on their way to it', () => {
    expect(withoutPool(withReserve, 1)).toMatchObject({ spillTo: null, pools: [{ seats: null }] })
  })
})

describe('the rest', () => {
  test('moves without changing how many seats there are', () => {
    const moved = withRest(withReserve, 0, capacity)
    expect(seatsOfPools(moved, capacity)).toEqual([10, 90])
  })
})

test('leftovers do not go to a pool that is no longer for everybody, or closes earlier', () => {
  expect(withPool(withReserve, 1, { who: { kind: 'tag', tag: 'press' } }).spillTo).toBeNull()
  expect(withPool(withReserve, 1, { closesAt: '2027-05-01T10:00:00Z' }).spillTo).toBeNull()
  expect(withPool(withReserve, 1, { called: null }).spillTo).toBe('open')
})

test('a reserve is a minimum before the seats for everybody and comes on top behind them', () => {
  expect(turnOf(withReserve, 0)).toBe('atLeast')
  expect(turnOf(withReserve, 1)).toBe('everybody')
  expect(turnOf(movedPool(withReserve, 0, 1), 1)).toBe('extra')
  expect(turnOf(withoutPool(withReserve, 1), 0)).toBe('only')
})

test('a pool does not move past the ends', () => {
  expect(movedPool(withReserve, 0, -1)).toBe(withReserve)
  expect(movedPool(withReserve, 1, 1)).toBe(withReserve)
})

test('an earlier close begins a week before the event closes, and never before it opens', () => {
  expect(earlierClose('2027-04-01T10:00:00Z', '2027-05-09T18:00:00Z')).toBe('2027-05-02T18:00:00.000Z')
  expect(earlierClose('2027-05-07T18:00:00Z', '2027-05-09T18:00:00Z')).toBe('2027-05-08T18:00:00.000Z')
  expect(earlierClose(null, null)).toBeNull()
})
