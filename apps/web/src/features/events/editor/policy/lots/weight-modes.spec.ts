import { expect, test } from '@jest/globals'
import { usualPolicy } from '#policy'
import { lossRule, weightModeOf, weightsOf } from './weight-modes.js'

const answers = [{ questionId: 'q-age', option: 'Under 18', extra: 2 }]

test('numbers are told for what they are', () => {
  expect(weightModeOf(usualPolicy.weights)).toBe('equal')
  expect(weightModeOf({ ...usualPolicy.weights, lossCap: 3 })).toBe('equal')
  expect(weightModeOf(lossRule)).toBe('losses')
  expect(weightModeOf({ ...lossRule, lossCap: 3 })).toBe('own')
  expect(weightModeOf({ ...lossRule, losses: 'linear' })).toBe('own')
  expect(weightModeOf({ ...lossRule, firstTimers: 1 })).toBe('own')
  expect(weightModeOf({ ...usualPolicy.weights, answers })).toBe('own')
})

test('a choice begins with its numbers, and a mix of her own with those that are there', () => {
  for (const mode of ['equal', 'losses'] as const) expect(weightModeOf(weightsOf(mode, { ...lossRule, answers }))).toBe(mode)
  expect(weightsOf('own', lossRule)).toEqual(lossRule)
})
