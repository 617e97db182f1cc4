import { describe, expect, it } from '@jest/globals'
import { placements, rankedUnits } from '../src/index.js'
import { bundleOf, CLOSES_AT, manifestOf, play, type Played, type Story } from './arbitrary-draw.js'
import { askReference, askVerifier } from './python-programs.js'

/** Asks for two seats and may have any of the reserves; keeps them all with `hold` while it waits. */
const large = { members: ['1'.repeat(64)], seats: 2, weight: 1, tags: ['a', 'b'] }
const small = { members: ['2'.repeat(64)], seats: 1, weight: 1, tags: ['a', 'b'] }

function storyWith(signature: string): Story {
  const pools = [
    { id: 'first', seats: 1, tag: 'a' },
    { id: 'open', seats: 1, tag: null },
    { id: 'last', seats: 1, tag: 'b' },
    { id: 'nobody', seats: 1, tag: 'd' },
  ]
  return {
    manifest: manifestOf([large, small], { seats: 4, pools, spillTo: 'open', fill: 'hold' }),
    units: [large, small],
    excluded: [],
    before: [],
    draw: { type: 'draw', at: CLOSES_AT + 700, mode: 'beacon', signature, previousSignature: null, secrets: null },
    after: [],
  }
}

/** The first of some signatures by which the large unit comes first. */
function largeFirst(): { story: Story; played: Played } {
  for (let number = 16; number < 256; number += 1) {
    const story = storyWith(number.toString(16).repeat(48))
    const played = play(story)
    if ([...rankedUnits(played.end)][0]?.members[0] === large.members[0]) return { story, played }
  }
  throw new Error('The large unit was never first.')
}

describe('the pool that seats spill to', () => {
  it('is served again before the next round, so the first reserve is freed before the last one', () => {
    const { story, played } = largeFirst()
    const { end } = played
    expect(placements(end).map(({ pool, held }) => [pool, held])).toEqual([
      ['open', 2],
      ['first', 1],
    ])
    const files = bundleOf(story, played)
    expect(askReference([{ files }])[0]).toMatchObject({ refused: null, head: end.head })
    expect(askVerifier([{ files, published: { head: end.head } }])[0]).toMatchObject({ status: 0 })
  })
})
