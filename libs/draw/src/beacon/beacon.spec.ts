import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { CLOSES_AT, manifestOf } from '../../test/arbitrary-draw.js'
import type { Beacon } from '../manifest/manifest.js'
import { firstRoundAfterClose } from '../manifest/rounds.js'
import { randomnessOf } from '../seed/randomness-of.js'
import { beaconFromInfo } from './beacon-from-info.js'
import { chainHash } from './chain-hash.js'
import { compareWithKnown } from './compare-with-known.js'
import { createTrialChain } from './create-trial-chain.js'
import { KNOWN_CHAINS, knownChain } from './known-chains.js'
import { verifyRound } from './verify-round.js'

interface Round {
  readonly chain: string
  readonly round: number
  readonly signature: string
  readonly previousSignature: string | null
  readonly randomness?: string
  readonly valid: boolean
  readonly why?: string
}

const vectors: { chains: Record<string, { chainHash: string; groupHash: string; publicKey: string }>; rounds: Round[] } = JSON.parse(
  readFileSync(new URL('../../../../test/vectors/draw/drand.json', import.meta.url), 'utf8'),
)

function beaconOfRound(chainName: string, round: number): Beacon {
  const known = knownChain(vectors.chains[chainName]?.chainHash ?? '')
  if (known === null) throw new Error(`the vectors name the chain ${chainName}, which is not a known one`)
  const { name: _, ...chain } = known
  return { ...chain, round }
}

describe('a published round', () => {
  it.each(vectors.rounds.filter(({ valid }) => valid))(
    '$round of $chain verifies',
    async ({ chain, round, signature, previousSignature, randomness }) => {
      expect(await verifyRound(beaconOfRound(chain, round), { signature, previousSignature })).toBe(true)
      expect(randomnessOf(signature)).toBe(randomness)
    },
  )

  it.each(vectors.rounds.filter(({ valid }) => !valid))(
    '$round of $chain does not: $why',
    async ({ chain, round, signature, previousSignature }) => {
      expect(await verifyRound(beaconOfRound(chain, round), { signature, previousSignature })).toBe(false)
    },
  )

  it.each([
    ['no point of the curve', { signature: `8${'1'.repeat(95)}`, previousSignature: null }],
    ['the point at infinity', { signature: `c${'0'.repeat(95)}`, previousSignature: null }],
    ['no hex', { signature: 'z'.repeat(96), previousSignature: null }],
    ['of another scheme', { signature: '8'.repeat(192), previousSignature: '8'.repeat(192) }],
  ])('with a signature that is %s does not verify', async (_, signature) => {
    expect(await verifyRound(beaconOfRound('quicknet', 1000), signature)).toBe(false)
  })
})

describe('the known chains', () => {
  it('are those of the vectors, and their hashes follow from key and rhythm as drand computes them', () => {
    const names = { [vectors.chains['quicknet']?.chainHash ?? '']: 'quicknet', [vectors.chains['default']?.chainHash ?? '']: 'default' }
    for (const { name, chainHash: hash, publicKey, period, genesis } of KNOWN_CHAINS) {
      expect(names[hash]).toBe(name)
      expect(vectors.chains[name]).toMatchObject({ chainHash: hash, publicKey, period, genesis })
      const groupHash = vectors.chains[name]?.groupHash ?? ''
      expect(chainHash({ public_key: publicKey, period, genesis_time: genesis, groupHash, metadata: { beaconID: name } })).toBe(hash)
    }
  })

  it('lend their name to nobody else', () => {
    const beacon = beaconOfRound('quicknet', 1000)
    expect(compareWithKnown(beacon)).toMatchObject({ name: 'quicknet' })
    expect(compareWithKnown({ ...beacon, chainHash: 'c'.repeat(64), publicKey: '8'.repeat(192) })).toBe(null)
    expect(() => compareWithKnown({ ...beacon, chainHash: 'c'.repeat(64) })).toThrow('seed.beacon.chainHash is ccc')
    expect(() => compareWithKnown({ ...beacon, chainHash: 'c'.repeat(64), genesis: CLOSES_AT })).toThrow('the public chain quicknet has')
    expect(() => compareWithKnown({ ...beacon, publicKey: '8'.repeat(192) })).toThrow('seed.beacon.publicKey is 888')
    expect(() => compareWithKnown({ ...beacon, period: 30 })).toThrow('seed.beacon.period is 30, the public chain quicknet has 3')
    expect(() => compareWithKnown({ ...beacon, genesis: 0 })).toThrow('seed.beacon.genesis is 0')
  })
})

describe('a trial chain', () => {
  const settings = { secret: new Uint8Array(32).fill(7), period: 3, genesis: CLOSES_AT - 86_400, beaconId: 'tweetup-trial' }

  it('describes itself as drand does', async () => {
    const { info } = await createTrialChain(settings)
    expect(Object.keys(info).toSorted()).toEqual(['genesis_time', 'groupHash', 'hash', 'metadata', 'period', 'public_key', 'schemeID'])
    expect(info).toMatchObject({
      period: 3,
      genesis_time: CLOSES_AT - 86_400,
      schemeID: 'bls-unchained-g1-rfc9380',
      metadata: { beaconID: 'tweetup-trial' },
    })
    expect(info.public_key).toMatch(/^[0-9a-f]{192}$/)
    expect(info.hash).toBe(chainHash(info))
    expect(knownChain(info.hash)).toBe(null)
  })

  it('signs rounds that verify under its key, and under no other', async () => {
    const chain = await createTrialChain(settings)
    const other = await createTrialChain({ ...settings, secret: new Uint8Array(32).fill(8) })
    const number = firstRoundAfterClose({ period: 3, genesis: settings.genesis }, CLOSES_AT)
    const round = chain.signRound(number)
    expect(round).toEqual({ round: number, signature: round.signature, randomness: randomnessOf(round.signature) })
    const published = { signature: round.signature, previousSignature: null }
    expect(await verifyRound(beaconFromInfo(chain.info, number), published)).toBe(true)
    expect(await verifyRound(beaconFromInfo(chain.info, number + 1), published)).toBe(false)
    expect(await verifyRound(beaconFromInfo(other.info, number), published)).toBe(false)
    expect(
      manifestOf([], { seed: { mode: 'beacon', beacon: beaconFromInfo(chain.info, number), contributors: [], fallbackAfter: null } }).seed
        .mode,
    ).toBe('beacon')
  })

  it('is the same chain for the same secret, and another for another', async () => {
    const chain = await createTrialChain(settings)
    const again = await createTrialChain({ ...settings, secret: settings.secret.slice() })
    const other = await createTrialChain({ ...settings, secret: new Uint8Array(32).fill(8) })
    expect(again.info).toEqual(chain.info)
    expect(again.signRound(5)).toEqual(chain.signRound(5))
    expect(other.info.hash).not.toBe(chain.info.hash)
    expect(other.info.groupHash).not.toBe(chain.info.groupHash)
  })

  it('does not give its secret away', async () => {
    const chain = await createTrialChain(settings)
    expect(JSON.stringify([chain, chain.signRound(1)])).not.toContain('07'.repeat(16))
  })

  it.each([
    ['a short secret', { secret: new Uint8Array(31) }, 'secret'],
    ['a period of nothing', { period: 0 }, 'period'],
    ['a genesis with a fraction', { genesis: 0.5 }, 'genesis'],
    ['the name that drand leaves out of the hash', { beaconId: 'default' }, 'beaconId'],
  ])('refuses %s', async (_, change, path) => {
    await expect(createTrialChain({ ...settings, ...change })).rejects.toThrow(`trial chain: ${path}`)
  })

  it('refuses rounds that there are not', async () => {
    const chain = await createTrialChain(settings)
    expect(() => chain.signRound(0)).toThrow('round is 0')
    expect(() => chain.signRound(1.5)).toThrow('round is 1.5')
  })

  it('is refused when its info was changed on the way', async () => {
    const { info } = await createTrialChain(settings)
    expect(() => beaconFromInfo({ ...info, period: 30 }, 5)).toThrow('hash is')
    expect(() => beaconFromInfo({ ...info, groupHash: 'a'.repeat(64) }, 5)).toThrow('hash is')
  })
})
