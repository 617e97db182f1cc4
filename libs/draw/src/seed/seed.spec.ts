import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { beaconOf, CLOSES_AT, EVENT, FIRST_ROUND, manifestOf } from '../../test/arbitrary-draw.js'
import { fromHex } from '../hash/hex.js'
import type { DrawRequest } from '../log/log-event.js'
import type { Manifest, SeedMode } from '../manifest/manifest.js'
import { roundTime } from '../manifest/rounds.js'
import { deriveSeed } from './derive-seed.js'
import { secretCommitment } from './secret-commitment.js'
import { seedOfDraw } from './seed-of-draw.js'

const vectors: {
  seeds: { mode: SeedMode; commitment: string; randomness: string | null; secrets: string[] | null; seed: string }[]
} = JSON.parse(readFileSync(new URL('../../../../test/vectors/draw/ticket.json', import.meta.url), 'utf8'))

const COMMITMENT = '1'.repeat(64)
const secrets = ['2'.repeat(64), '3'.repeat(64)]
const contributors = secrets.map((secret, index) => ({ id: `fan-${index}`, commit: secretCommitment(EVENT, fromHex(secret)) }))
const beacon = beaconOf(FIRST_ROUND)
const roundIsOut = roundTime(beacon, FIRST_ROUND)
const fallbackAfter = roundIsOut + 7 * 86_400

const onlyBeacon = manifestOf([])
const withFallback = manifestOf([], { seed: { mode: 'beacon', beacon, contributors, fallbackAfter } })
const commitReveal = manifestOf([], { seed: { mode: 'commit-reveal', beacon: null, contributors, fallbackAfter: null } })
const both = manifestOf([], { seed: { mode: 'both', beacon, contributors, fallbackAfter: null } })
const chained = manifestOf([], {
  seed: { ...onlyBeacon.seed, beacon: { ...beacon, scheme: 'pedersen-bls-chained', publicKey: '8'.repeat(96) } },
})

const byBeacon: DrawRequest = {
  type: 'draw',
  at: roundIsOut,
  mode: 'beacon',
  signature: '4'.repeat(96),
  previousSignature: null,
  secrets: null,
}
const bySecrets: DrawRequest = { type: 'draw', at: CLOSES_AT, mode: 'commit-reveal', signature: null, previousSignature: null, secrets }
const byBoth: DrawRequest = { ...byBeacon, mode: 'both', secrets }

describe('the seed', () => {
  it.each(vectors.seeds)('is the one of the vector for mode $mode', ({ seed, ...parts }) => {
    expect(deriveSeed(parts)).toBe(seed)
  })

  it.each<[string, Manifest, DrawRequest]>([
    ['beacon, from the second in which the round is out', onlyBeacon, byBeacon],
    ['beacon with a fallback that is not needed', withFallback, byBeacon],
    ['the fallback, from fallbackAfter on', withFallback, { ...bySecrets, at: fallbackAfter }],
    ['commit-reveal', commitReveal, bySecrets],
    ['both', both, byBoth],
    ['a chained beacon', chained, { ...byBeacon, signature: '4'.repeat(192), previousSignature: '5'.repeat(192) }],
  ])('is given for %s', (_, manifest, request) => {
    const { randomness, seed } = seedOfDraw(manifest, COMMITMENT, request)
    expect(seed).toBe(deriveSeed({ mode: request.mode, commitment: COMMITMENT, randomness, secrets: request.secrets }))
    expect(randomness === null).toBe(request.mode === 'commit-reveal')
  })

  it.each<[string, Manifest, DrawRequest, string]>([
    [
      'before the round is out',
      onlyBeacon,
      { ...byBeacon, at: roundIsOut - 1 },
      `at is ${roundIsOut - 1}, round ${FIRST_ROUND} comes out at ${roundIsOut}`,
    ],
    ['in both modes before the round is out', both, { ...byBoth, at: roundIsOut - 1 }, 'at is'],
    ['without signature', onlyBeacon, { ...byBeacon, signature: null }, 'signature must be the signature of round'],
    [
      'with a previous signature in an unchained scheme',
      onlyBeacon,
      { ...byBeacon, previousSignature: '5'.repeat(192) },
      'previousSignature must be null',
    ],
    ['without a previous signature in a chained scheme', chained, byBeacon, 'previousSignature must be given'],
    ['with secrets in mode beacon', withFallback, { ...byBeacon, secrets }, 'secrets must be null in mode beacon'],
    ['by a fallback that nobody announced', onlyBeacon, bySecrets, 'the manifest allows no fallback'],
    [
      'by a fallback without its time',
      manifestOf([], { seed: { ...withFallback.seed, fallbackAfter: null } }),
      bySecrets,
      'allows no fallback',
    ],
    [
      'by a fallback without contributors',
      manifestOf([], { seed: { ...withFallback.seed, contributors: [] } }),
      bySecrets,
      'allows no fallback',
    ],
    ['by a fallback too early', withFallback, { ...bySecrets, at: fallbackAfter - 1 }, `a fallback draw before ${fallbackAfter} is void`],
    ['by both when the manifest says beacon', withFallback, byBoth, 'mode is both, the manifest says beacon'],
    ['by the beacon alone when the manifest says both', both, byBeacon, 'mode is beacon, the manifest says both'],
    ['by the secrets alone when the manifest says both', both, bySecrets, 'mode is commit-reveal, the manifest says both'],
    ['by the beacon when the manifest says commit-reveal', commitReveal, byBeacon, 'mode is beacon, the manifest says commit-reveal'],
    ['with a signature in mode commit-reveal', commitReveal, { ...bySecrets, signature: '4'.repeat(96) }, 'signature must be null'],
    [
      'with a previous signature in mode commit-reveal',
      commitReveal,
      { ...bySecrets, previousSignature: '4'.repeat(192) },
      'previousSignature must be null',
    ],
    ['without secrets', commitReveal, { ...bySecrets, secrets: null }, 'secrets has 0 secrets, the manifest names 2'],
    [
      'when one contributor is silent',
      commitReveal,
      { ...bySecrets, secrets: secrets.slice(1) },
      'secrets has 1 secrets, the manifest names 2',
    ],
    ['with the secrets in another order', both, { ...byBoth, secrets: secrets.toReversed() }, 'secrets[0] of fan-0 has the commitment'],
  ])('is refused %s', (_, manifest, request, message) => {
    expect(() => seedOfDraw(manifest, COMMITMENT, request)).toThrow(message)
  })
})
