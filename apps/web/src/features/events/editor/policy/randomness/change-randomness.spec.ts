import { expect, test } from '@jest/globals'
import { usualPolicy, type Randomness } from '#policy'
import { withFallback, withMode } from './change-randomness.js'

const notary = { id: 'notary', name: 'Notary De Wit', commit: null }
const withNotary: Randomness = { mode: 'commit-reveal', contributors: [notary], fallbackDays: null }

test('what needs secrets begins with room for a name, and does not fall back', () => {
  const both = withMode({ ...usualPolicy.randomness, fallbackDays: 7 }, 'both')
  expect(both).toMatchObject({ mode: 'both', contributors: [{ name: '' }], fallbackDays: null })
})

test('whoever gave a secret stays when the mode changes; under the beacon she becomes the fallback', () => {
  expect(withMode(withNotary, 'both').contributors).toEqual([notary])
  expect(withMode(withNotary, 'beacon')).toEqual({ mode: 'beacon', contributors: [notary], fallbackDays: 7 })
  expect(withMode(withMode(usualPolicy.randomness, 'beacon'), 'beacon')).toEqual(usualPolicy.randomness)
})

test('without the fallback nobody gives a secret', () => {
  const wanted = withFallback(usualPolicy.randomness, true)
  expect(wanted).toMatchObject({ contributors: [{ name: '' }], fallbackDays: 7 })
  expect(withFallback(wanted, false)).toEqual(usualPolicy.randomness)
})
