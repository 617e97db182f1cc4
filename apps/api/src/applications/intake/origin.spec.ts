import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readOrigin } from './origin.js'

const hint = fc.option(fc.string({ unit: 'binary', maxLength: 300 }), { nil: undefined })

describe('where a fan comes from', () => {
  it('is kept as a host and as short words', () => {
    expect(
      readOrigin({ referrer: 'https://toot.example/@mirjam/11?x=1', source: ' Mastodon\n', medium: '', campaign: `${'c'.repeat(120)}` }),
    ).toEqual({ referrer: 'toot.example', source: 'Mastodon', medium: null, campaign: 'c'.repeat(100) })
    expect(readOrigin({ referrer: 'toot.example' }).referrer).toBe('toot.example')
    expect(readOrigin({ referrer: 'android-app://com.example' }).referrer).toBeNull()
  })

  it('is text that can be kept, whatever a link says', () => {
    fc.assert(
      fc.property(hint, hint, hint, hint, (referrer, source, medium, campaign) => {
        for (const kept of Object.values(readOrigin({ referrer, source, medium, campaign }))) {
          if (kept === null) continue
          expect(kept).not.toMatch(/[\p{Cc}\p{Cs}]/u)
          expect([kept.length > 0, [...kept].length <= 253]).toEqual([true, true])
        }
      }),
    )
  })
})
