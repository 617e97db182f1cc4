import { compareWithKnown } from '../beacon/compare-with-known.js'
import { verifyRound } from '../beacon/verify-round.js'
import { DrawRuleError } from '../errors.js'
import type { Manifest } from '../manifest/manifest.js'
import { roundTime } from '../manifest/rounds.js'
import { seedOfDraw } from '../seed/seed-of-draw.js'
import type { DrawEvent } from './check-log.js'
import { counted } from './counted.js'
import type { Found } from './take-step.js'

/** Whether the manifest names a public chain with the key everybody knows, or a trial chain (protocol section 5). */
export function checkBeacon({ seed }: Manifest): Found<true> {
  const { mode, beacon } = seed
  if (mode === 'commit-reveal' || beacon === null) {
    return {
      value: true,
      detail: `no beacon: the number comes from ${counted(seed.contributors.length, 'secret')}`,
      facts: { kind: 'none' },
    }
  }
  const known = compareWithKnown(beacon)
  const round = { round: beacon.round, time: roundTime(beacon, beacon.round) }
  if (known !== null) {
    return {
      value: true,
      detail: `round ${beacon.round} of the public drand chain ${known.name}`,
      facts: { kind: 'public', chain: known.name, ...round },
    }
  }
  return {
    value: true,
    detail: `trial beacon, not public: nobody outside vouches for the chain ${beacon.chainHash}, round ${beacon.round}`,
    facts: { kind: 'trial', chain: beacon.chainHash, ...round },
  }
}

/** At the draw: mode allowed, round time, SHA-256(signature), BLS check, secrets match, seed (protocol section 11). */
export async function checkNumber(manifest: Manifest, commitment: string, draw: DrawEvent): Promise<Found<string>> {
  const { mode, randomness, signature, previousSignature } = draw
  const { beacon } = manifest.seed
  const computed = seedOfDraw(manifest, commitment, draw)
  if (computed.randomness !== randomness)
    throw new DrawRuleError('randomness', `is ${randomness}, the signature gives ${computed.randomness}`)
  if (mode !== 'commit-reveal' && beacon !== null && signature !== null && !(await verifyRound(beacon, { signature, previousSignature }))) {
    throw new DrawRuleError('signature', `is not the signature of round ${beacon.round} under the key in the manifest`)
  }
  if (computed.seed !== draw.seed) throw new DrawRuleError('seed', `is ${draw.seed}, by the rules it is ${computed.seed}`)
  const source = {
    beacon: 'signature of the round verified',
    'commit-reveal': 'all secrets revealed',
    both: 'signature verified, all secrets revealed',
  }
  const fallback = mode !== manifest.seed.mode ? 'fallback draw, the beacon was given up; ' : ''
  return {
    value: computed.seed,
    detail: `${fallback}mode ${mode}, ${source[mode]}; seed ${computed.seed}`,
    facts: { mode, fallback: fallback !== '', seed: computed.seed },
  }
}
