import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { beaconOf, CLOSES_AT, FIRST_ROUND, manifestOf } from '../../test/arbitrary-draw.js'
import { canonicalJson } from '../canonical/canonical-json.js'
import { checkManifest } from './check-manifest.js'
import { parseManifest } from './parse-manifest.js'
import { firstRoundAfterClose, firstRoundNotBefore, roundTime } from './rounds.js'

const drand: {
  chains: Record<string, { period: number; genesis: number }>
  rounds: { chain: string; round: number; unix?: number }[]
  roundAt: { chain: string; unix: number; firstRoundNotBefore: number }[]
} = JSON.parse(readFileSync(new URL('../../../../test/vectors/draw/drand.json', import.meta.url), 'utf8'))

const manifest = manifestOf([])
const contributor = { id: 'organizer', commit: 'd'.repeat(64) }
const beacon = beaconOf(FIRST_ROUND)
const roundIsOut = roundTime(beacon, FIRST_ROUND)

function paths(changes: object): string[] {
  return checkManifest({ ...manifest, ...changes }).map(({ path }) => path)
}

describe('a manifest', () => {
  it('is accepted when form and rules are right', () => {
    expect(checkManifest(manifest)).toEqual([])
    expect(parseManifest(canonicalJson(manifest))).toEqual(manifest)
    expect(paths({ draw: 2, prev: 'e'.repeat(64) })).toEqual([])
    expect(paths({ spillTo: 'open', fill: 'hold' })).toEqual([])
    expect(paths({ seed: { ...manifest.seed, beacon: beaconOf(FIRST_ROUND + 1000) } })).toEqual([])
    expect(paths({ seed: { ...manifest.seed, contributors: [contributor], fallbackAfter: roundIsOut + 86_400 } })).toEqual([])
    expect(paths({ seed: { mode: 'commit-reveal', beacon: null, contributors: [contributor], fallbackAfter: null } })).toEqual([])
    expect(paths({ seed: { mode: 'both', beacon, contributors: [contributor], fallbackAfter: null } })).toEqual([])
  })

  it('may name any time for a fallback that there cannot be', () => {
    expect(paths({ seed: { mode: 'beacon', beacon, contributors: [], fallbackAfter: 0 } })).toEqual([])
    expect(paths({ seed: { mode: 'both', beacon, contributors: [contributor], fallbackAfter: roundIsOut } })).toEqual([])
    expect(paths({ seed: { mode: 'commit-reveal', beacon, contributors: [contributor], fallbackAfter: roundIsOut } })).toEqual([])
  })

  it.each([
    ['another version', { v: 'tweetup-draw/2' }, ['v']],
    ['no event', { event: '' }, ['event']],
    ['an event outside ASCII', { event: 'café' }, ['event']],
    ['a draw before the first', { draw: 0 }, ['draw']],
    ['a first draw with an earlier one', { prev: 'e'.repeat(64) }, ['prev']],
    ['a second draw without the first', { draw: 2 }, ['prev']],
    ['a time as text', { closesAt: '1800000000' }, ['closesAt']],
    ['a time with a fraction', { closesAt: CLOSES_AT + 0.5 }, ['closesAt']],
    ['upper case hex', { rulesSha256: 'A'.repeat(64) }, ['rulesSha256']],
    ['seats below none', { seats: -1 }, ['seats']],
    ['seats that are not those of the pools', { seats: 3 }, ['seats']],
    ['units of no seat', { maxUnitSeats: 0 }, ['maxUnitSeats']],
    ['weights above 100', { maxWeight: 101 }, ['maxWeight']],
    ['another fill rule', { fill: 'best-fit' }, ['fill']],
    ['no pool', { pools: [], seats: 0 }, ['pools']],
    ['pools that are no list', { pools: { 0: 'open' } }, ['pools']],
    ['a pool twice', { pools: [...manifest.pools, ...manifest.pools], seats: 4 }, ['pools[1].id']],
    ['a pool with an impossible tag', { pools: [{ id: 'open', seats: 2, tag: 'No' }] }, ['pools[0].tag']],
    ['a pool with an unknown field', { pools: [{ id: 'open', seats: 2, tag: null, colour: 'red' }] }, ['pools[0].colour']],
    ['seats that spill nowhere', { spillTo: 'closed' }, ['spillTo']],
    ['seats that spill into a reserve', { pools: [{ id: 'new', seats: 2, tag: 'new' }], spillTo: 'new' }, ['spillTo']],
    ['fewer members than units', { entries: { count: 2, members: 1, seats: 2, root: 'e'.repeat(64) } }, ['entries.members']],
    ['fewer seats than members', { entries: { count: 1, members: 2, seats: 1, root: 'e'.repeat(64) } }, ['entries.seats']],
    ['a short root', { excluded: { count: 0, root: 'e' } }, ['excluded.root']],
    ['a field too many', { comment: 'hello' }, ['comment']],
    ['a list instead of the seed', { seed: [] }, ['seed']],
    ['another mode', { seed: { ...manifest.seed, mode: 'dice' } }, ['seed.mode']],
    ['mode beacon without beacon', { seed: { ...manifest.seed, beacon: null } }, ['seed.beacon']],
    [
      'mode both without beacon or contributors',
      { seed: { ...manifest.seed, mode: 'both', beacon: null } },
      ['seed.beacon', 'seed.contributors'],
    ],
    ['commit-reveal without contributors', { seed: { ...manifest.seed, mode: 'commit-reveal' } }, ['seed.contributors']],
    ['a contributor twice', { seed: { ...manifest.seed, contributors: [contributor, contributor] } }, ['seed.contributors[1].id']],
    ['a round before the earliest', { seed: { ...manifest.seed, beacon: beaconOf(FIRST_ROUND - 1) } }, ['seed.beacon.round']],
    ['a round in the far future', { seed: { ...manifest.seed, beacon: beaconOf(250_000_000_000) } }, ['seed.beacon.round']],
    ['a scheme that is not known', { seed: { ...manifest.seed, beacon: { ...beacon, scheme: 'bls-bn254' } } }, ['seed.beacon.scheme']],
    [
      'the key of another scheme',
      { seed: { ...manifest.seed, beacon: { ...beacon, scheme: 'pedersen-bls-chained' } } },
      ['seed.beacon.publicKey'],
    ],
    ['a period of nothing', { seed: { ...manifest.seed, beacon: { ...beacon, period: 0 } } }, ['seed.beacon.period']],
    [
      'a fallback within a day',
      { seed: { ...manifest.seed, contributors: [contributor], fallbackAfter: roundIsOut + 86_399 } },
      ['seed.fallbackAfter'],
    ],
  ] as const)('is refused with %s', (_, changes, expected) => {
    expect(paths(changes)).toEqual(expected)
  })

  it('names every missing field', () => {
    const { event: _event, seed: _seed, ...rest } = manifest
    expect(checkManifest(rest)).toEqual([
      { path: 'event', message: 'is missing' },
      { path: 'seed', message: 'is missing' },
    ])
    expect(checkManifest(null)).toEqual([{ path: '', message: 'is null, it must be an object' }])
  })

  it('is read only up to 1 MB, whatever it says', () => {
    expect(() => parseManifest('['.repeat(1_048_577))).toThrow('manifest: has 1048577 bytes, at most 1048576 are read')
  })

  it('of a million problems names some', () => {
    expect(checkManifest({ ...manifest, pools: Array.from({ length: 200 }, () => null) })).toHaveLength(20)
    expect(checkManifest(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field${index}`, 1]))).length).toBeLessThan(40)
  })

  it('says what is wrong in one line', () => {
    expect(() => parseManifest(canonicalJson({ ...manifest, fill: 'best-fit', seats: -1 }))).toThrow(
      'manifest: seats is -1, it must be a whole number from 0 to 4294967295; fill is "best-fit", it must be "first-fit" or "hold"',
    )
  })
})

describe('rounds', () => {
  it.each(drand.roundAt)('finds the first round of $chain not before $unix', ({ chain, unix, firstRoundNotBefore: expected }) => {
    const rhythm = drand.chains[chain]
    expect(rhythm && firstRoundNotBefore(rhythm, unix)).toBe(expected)
  })

  it('knows when the published rounds came out', () => {
    const published = drand.rounds.flatMap(({ chain, round, unix }) => {
      const rhythm = drand.chains[chain]
      return unix === undefined || rhythm === undefined ? [] : [{ unix, computed: roundTime(rhythm, round) }]
    })
    expect(published.length).toBeGreaterThan(0)
    for (const { unix, computed } of published) expect(computed).toBe(unix)
  })

  it('leaves ten minutes between the close and the round', () => {
    expect(firstRoundAfterClose(beacon, CLOSES_AT)).toBe(FIRST_ROUND)
    expect(roundIsOut).toBeGreaterThanOrEqual(CLOSES_AT + 600)
    expect(roundTime(beacon, FIRST_ROUND - 1)).toBeLessThan(CLOSES_AT + 600)
  })

  it('starts with round 1 when the chain begins later', () => {
    expect(firstRoundAfterClose({ period: 3, genesis: CLOSES_AT + 10_000 }, CLOSES_AT)).toBe(1)
  })
})
