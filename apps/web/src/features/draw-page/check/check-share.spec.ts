import { describe, expect, test } from '@jest/globals'
import { stepCount } from './check-groups.js'
import { checkShare } from './check-share.js'

describe('the bar of the check', () => {
  test('only ever grows, from the first byte of the proof to the last step', () => {
    const fetching = [0, 0.5, 1].map((part) => checkShare({ state: 'fetching', steps: [], part }))
    const running = Array.from({ length: stepCount }, (_, done) =>
      [0, 0.5, 1].map((part) => checkShare({ state: 'running', steps: Array.from({ length: done }), part })),
    )
    const shares = [...fetching, ...running.flat(), checkShare({ state: 'running', steps: Array.from({ length: stepCount }), part: 0 })]
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([shares[0], shares.at(-1)]).toEqual([0, 1])
  })
})
