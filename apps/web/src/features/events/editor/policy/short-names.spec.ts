import { describe, expect, test } from '@jest/globals'
import { type SelectionPolicy, usualPolicy } from '#policy'
import { draftId, shortName, withShortNames } from './short-names.js'

describe('shortName()', () => {
  test.each([
    ['Noordwijk & omstreken', 'noordwijk-omstre'],
    ['Ödön', 'odon'],
    ['18 or older', '18-or-older'],
    ['— ', ''],
    ['Twelve letters and', 'twelve-letters-a'],
    ['東京', ''],
  ])('makes of %j what the files of a draw allow: %j', (text, name) => {
    expect(shortName(text)).toBe(name)
  })
})

test('a new entry has an id that no other has', () => {
  expect(draftId([{ id: 'open' }])).toBe('+1')
  expect(draftId([{ id: '+1' }, { id: '+4' }, { id: 'open' }])).toBe('+5')
})

describe('withShortNames()', () => {
  const pool = (id: string, options: string[]) => ({
    id,
    seats: 5,
    who: { kind: 'answer' as const, questionId: 'q', options },
    called: null,
    closesAt: null,
  })
  const person = (id: string, name: string) => ({ id, name, commit: null })
  const policy: SelectionPolicy = {
    ...usualPolicy,
    pools: [
      pool('+1', ['Noordwijk']),
      pool('+2', ['Noordwijk']),
      pool('+3', []),
      ...usualPolicy.pools,
      { ...pool('+4', []), who: { kind: 'everybody' } },
    ],
    spillTo: '+4',
    randomness: { ...usualPolicy.randomness, contributors: [person('notary', 'Notary'), person('+1', 'Ineke Brouwer')] },
  }
  const named = withShortNames(policy)

  test('names new pools after whom they are for, each differently, and leaves saved ones alone', () => {
    expect(named.pools.map(({ id }) => id)).toEqual(['noordwijk', 'noordwijk-2', 'group', 'open', 'open-2'])
  })

  test('sends leftovers to the same pool as before', () => {
    expect(named.spillTo).toBe('open-2')
  })

  test('names contributors after themselves', () => {
    expect(named.randomness.contributors.map(({ id }) => id)).toEqual(['notary', 'ineke-brouwer'])
  })
})
