import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Beacon, KNOWN_CHAINS, verifyRound } from '#draw'
import { Invalid } from '../../http/index.js'
import { readPastedRound } from './read-pasted-round.js'

interface Round {
  readonly chain: string
  readonly round: number
  readonly signature: string
  readonly previousSignature: string | null
  readonly valid: boolean
}

const vectors = JSON.parse(readFileSync(new URL('../../../../../test/vectors/draw/drand.json', import.meta.url), 'utf8')) as {
  readonly chains: Record<string, { readonly chainHash: string }>
  readonly rounds: readonly Round[]
}
const published = vectors.rounds.filter(({ valid }) => valid)

function beaconOf({ chain, round }: Pick<Round, 'chain' | 'round'>): Beacon {
  const known = KNOWN_CHAINS.find(({ chainHash }) => chainHash === vectors.chains[chain]?.chainHash)
  if (!known) throw new Error(`The chain ${chain} is not known.`)
  const { name: _name, ...parameters } = known
  return { ...parameters, round }
}

const jsonOf = ({ round, signature, previousSignature }: Round, spaces = 0): string =>
  JSON.stringify(
    { round, randomness: 'ab'.repeat(32), signature, ...(previousSignature !== null && { previous_signature: previousSignature }) },
    null,
    spaces,
  )

/** As a terminal of this width breaks lines, also in the middle of a number. */
const broken = (text: string, width: number): string => text.match(new RegExp(`.{1,${width}}`, 'gs'))?.join(' \r\n\t') ?? ''

function codeOf(text: string, of: Pick<Round, 'chain' | 'round'>): string {
  try {
    readPastedRound(text, beaconOf(of))
  } catch (error) {
    if (error instanceof Invalid) return error.errors.map(({ path, code }) => `${path} ${code}`).join()
    throw error
  }
  return 'accepted'
}

const quicknet = { chain: 'quicknet', round: 1000 }
const chained = { chain: 'default', round: 3311596 }
const [first = '', second = ''] = published.filter(({ chain }) => chain === 'quicknet').map(({ signature }) => signature)
const link = published.find(({ round }) => round === chained.round)

describe('a pasted round', () => {
  it.each(published)('$round of $chain is read and genuine, however its JSON is laid out', async (round) => {
    for (const text of [
      jsonOf(round),
      jsonOf(round, 2),
      broken(jsonOf(round), 37),
      `\ufeff${jsonOf(round, 1)}\n`,
      jsonOf(round).replaceAll(',', ', \u00a0'),
    ]) {
      const read = readPastedRound(text, beaconOf(round))
      expect(read).toEqual({ signature: round.signature, previousSignature: round.previousSignature })
      expect(await verifyRound(beaconOf(round), read)).toBe(true)
    }
  })

  it.each(published.filter(({ chain }) => chain === 'quicknet'))('$round of $chain is read as bare hex too', (round) => {
    for (const text of [round.signature, round.signature.toUpperCase(), `0x${round.signature}`, broken(round.signature, 16)])
      expect(readPastedRound(text, beaconOf(round))).toEqual({ signature: round.signature, previousSignature: null })
  })

  it.each([
    ['empty', ' \n\t ', quicknet],
    ['notJson', '{"round":1000,"signature":', quicknet],
    ['otherRound', `{"round":1001,"signature":"${second}"}`, quicknet],
    ['otherRound', `{"round":"1000","signature":"${first}"}`, quicknet],
    ['noSignature', '{"round":1000}', quicknet],
    ['noSignature', '{"round":1000,"signature":12}', quicknet],
    ['notHex', 'round 1000, please', quicknet],
    ['notHex', `[${first}]`, quicknet],
    ['notHex', `{"round":1000,"signature":"${first.slice(0, -1)}z"}`, quicknet],
    ['wrongLength', first.slice(2), quicknet],
    ['wrongLength', `${first}00`, quicknet],
    ['wrongLength', link?.signature ?? '', quicknet],
    ['previousMissing', link?.signature ?? '', chained],
    ['previousMissing', JSON.stringify({ round: chained.round, signature: link?.signature }), chained],
    ['wrongLength', JSON.stringify({ round: chained.round, signature: link?.signature, previous_signature: 'ab' }), chained],
    ['notHex', JSON.stringify({ round: chained.round, signature: link?.signature, previous_signature: 'x'.repeat(192) }), chained],
  ])('is refused as %s: %s', (code, text, of) => {
    expect(codeOf(text, of)).toBe(`round draws:pasted.${code}`)
  })

  it('of another round is read when nothing in it names the round, and is not genuine', async () => {
    expect(await verifyRound(beaconOf(quicknet), readPastedRound(second, beaconOf(quicknet)))).toBe(false)
  })
})
