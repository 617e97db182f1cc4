import { describe, expect, test } from '@jest/globals'
import { type SelectionPolicy, usualPolicy } from '#policy'
import type { Draft } from './draft.js'
import { shiftZone } from './shift-zone.js'

const policy: SelectionPolicy = {
  ...usualPolicy,
  pools: usualPolicy.pools.map((pool) => ({ ...pool, closesAt: '2027-05-02T18:00:00.000Z' })),
}

const values = {
  timeZone: 'Europe/Amsterdam',
  startsAt: '2027-05-30T16:00:00.000Z',
  endsAt: null,
  opensAt: '2027-03-14T01:30:00.000Z',
  closesAt: '2027-05-09T18:00:00.000Z',
  answerBy: '2027-05-14T18:00:00.000Z',
  policy,
  agenda: [
    {
      key: 'a',
      startsAt: '2027-05-30T17:00:00.000Z',
      endsAt: '2027-05-30T18:00:00.000Z',
      title: 'Doors',
      place: null,
      speaker: null,
      note: null,
    },
  ],
} as Draft

describe('shiftZone', () => {
  const shifted = shiftZone(values, 'America/New_York')

  test('an event at 18:00 is at 18:00 in the new zone too', () => {
    expect(shifted.startsAt).toBe('2027-05-30T22:00:00.000Z')
    expect(shifted.closesAt).toBe('2027-05-10T00:00:00.000Z')
  })

  test('so are the items of its agenda', () => {
    expect(shifted.agenda?.[0]).toMatchObject({ startsAt: '2027-05-30T23:00:00.000Z', endsAt: '2027-05-31T00:00:00.000Z', title: 'Doors' })
  })

  test('so is the close of a pool of its own, and a policy without times stays as it is', () => {
    expect(shifted.policy?.pools[0]?.closesAt).toBe('2027-05-03T00:00:00.000Z')
    expect(shiftZone({ ...values, policy: usualPolicy }, 'America/New_York')).not.toHaveProperty('policy')
  })

  test('an hour that the new zone skips becomes the next one: 02:30 on the night of the change is 03:30 there', () => {
    expect(shifted.opensAt).toBe('2027-03-14T07:30:00.000Z')
  })

  test('what has no time keeps none', () => {
    expect(shifted.endsAt).toBeNull()
  })
})
