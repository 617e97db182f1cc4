import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isTooDeep, nestingOf } from './json-body.js'

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

describe('nestingOf', () => {
  it('counts what a parser would find, in any JSON', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => expect(nestingOf(JSON.stringify(value), 100)).toBe(depthOf(value))))
  })

  it('is not fooled by brackets and quotes inside texts', () => {
    expect(nestingOf(JSON.stringify({ text: '[[[{{{"\\"[[' }), 100)).toBe(1)
    expect(nestingOf('["\\\\","["]', 100)).toBe(1)
  })

  it('ends on texts that never end', () => {
    expect(nestingOf('["\\', 100)).toBe(1)
  })
})

describe('isTooDeep', () => {
  it('allows 32 levels and refuses 33', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect([isTooDeep(nested(32)), isTooDeep(nested(33)), isTooDeep(nested(1_000_000))]).toEqual([false, true, true])
  })
})
