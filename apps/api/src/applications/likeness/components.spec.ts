import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { components, type Holding } from './components.js'

const holding = fc.record({ member: fc.stringMatching(/^[a-t]$/), mark: fc.integer({ min: 0, max: 14 }).map(String) })

/** Colours spread along shared marks until nothing changes. */
function naive(holdings: readonly Holding[]): string[][] {
  const colours = new Map(holdings.map(({ member }) => [member, member]))
  for (let changed = true; changed; ) {
    changed = false
    for (const one of holdings)
      for (const other of holdings) {
        const [a, b] = [colours.get(one.member) ?? '', colours.get(other.member) ?? '']
        if (one.mark === other.mark && a < b) {
          colours.set(other.member, a)
          changed = true
        }
      }
  }
  const members = [...colours.keys()].toSorted()
  return [...Map.groupBy(members, (member) => colours.get(member)).values()].filter(({ length }) => length > 1)
}

const sorted = (sets: readonly string[][]) => sets.map((set) => set.join()).toSorted()

describe('sets of those who are alike', () => {
  it('are those that colours find which spread from one to the next', () => {
    fc.assert(
      fc.property(fc.array(holding, { maxLength: 40 }), (holdings) =>
        expect(sorted(components(holdings))).toEqual(sorted(naive(holdings))),
      ),
    )
  })

  it('do not depend on the order', () => {
    const shuffled = fc
      .array(holding, { maxLength: 40 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(fc.property(shuffled, ([one, other]) => expect(sorted(components(one))).toEqual(sorted(components(other)))))
  })

  it('leave out whoever shares nothing', () => {
    expect(
      components([
        { member: 'a', mark: '1' },
        { member: 'b', mark: '2' },
      ]),
    ).toEqual([])
  })

  it('go over whoever lies between, also along a chain of a hundred thousand', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) => [
      { member: `m${index}`, mark: String(index) },
      { member: `m${index}`, mark: String(index + 1) },
    ]).flat()
    expect(components(chain.toReversed()).map(({ length }) => length)).toEqual([100_000])
  })
})
