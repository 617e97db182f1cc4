import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { pauseAfter } from './pause-after.js'

const tries = fc.nat({ max: 60 })
const chance = fc.double({ min: 0, max: 0.999, noNaN: true })

describe('the pause before an application is sent again', () => {
  it('is at least what the server asked for, never long, and not the same for everybody', () => {
    fc.assert(
      fc.property(
        tries,
        fc.option(fc.integer({ min: 1, max: 60 })),
        fc.constantFrom(0, 502, 503, 504),
        chance,
        (count, retryAfterSeconds, status, luck) => {
          const seconds = pauseAfter({ status, retryAfterSeconds }, count, luck) ?? 0
          expect(seconds).toBeGreaterThanOrEqual(Math.max(1, retryAfterSeconds ?? 0))
          expect(seconds).toBeLessThanOrEqual(Math.max(30, (retryAfterSeconds ?? 0) + 15))
        },
      ),
    )
    expect(pauseAfter({ status: 503, retryAfterSeconds: 5 }, 0, 0.9)).not.toBe(pauseAfter({ status: 503, retryAfterSeconds: 5 }, 0, 0.1))
  })

  it('does not come for what another try would not change', () => {
    for (const status of [400, 409, 410, 422, 500]) expect(pauseAfter({ status, retryAfterSeconds: null }, 0, 0)).toBeNull()
    expect(pauseAfter({ status: 429, retryAfterSeconds: 3600 }, 0, 0)).toBeNull()
    expect(pauseAfter({ status: 429, retryAfterSeconds: 60 }, 0, 0)).toBeGreaterThanOrEqual(60)
  })
})
