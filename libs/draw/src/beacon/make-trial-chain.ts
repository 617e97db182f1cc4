import { bls12_381 } from '@noble/curves/bls12-381.js'
import { DrawFormError } from '../errors.js'
import { toHex } from '../hash/hex.js'
import { taggedHash } from '../hash/tagged-hash.js'
import { MAX_UNIX } from '../manifest/check-manifest.js'
import { accepted, integer, record, text } from '../manifest/form.js'
import { randomnessOf } from '../seed/randomness-of.js'
import { chainHash } from './chain-hash.js'
import type { TrialChain, TrialChainSettings } from './create-trial-chain.js'
import { roundMessage } from './round-message.js'

const SCHEME = 'bls-unchained-g1-rfc9380'
/** What the curve library asks for, so that the key is uniform modulo the group order. */
const KEY_SEED_BYTES = 48

const settingsForm = record({
  secret: accepted((value) => value instanceof Uint8Array && value.length === 32, '32 bytes'),
  period: integer(1, 86_400),
  genesis: integer(0, MAX_UNIX),
  beaconId: accepted(
    (value) => value !== 'default' && text(64)(value, '').length === 0,
    '1 to 64 printable ASCII characters, other than "default"',
  ),
})
const roundForm = integer(1, Number.MAX_SAFE_INTEGER)

/** See `createTrialChain`. */
export function makeTrialChain(settings: TrialChainSettings): TrialChain {
  const problems = settingsForm(settings, '')
  if (problems.length > 0) throw new DrawFormError('trial chain', problems)
  const { secret, period, genesis, beaconId } = settings
  const { shortSignatures } = bls12_381
  const secretKey = bls12_381.utils.randomSecretKey(keySeed(secret))
  const described = {
    public_key: toHex(shortSignatures.getPublicKey(secretKey).toBytes()),
    period,
    genesis_time: genesis,
    groupHash: toHex(taggedHash('TRIAL', Uint8Array.of(0x02), secret)),
    metadata: { beaconID: beaconId },
  }
  return {
    info: { ...described, hash: chainHash(described), schemeID: SCHEME },
    signRound(round) {
      const roundProblems = roundForm(round, 'round')
      if (roundProblems.length > 0) throw new DrawFormError('trial chain', roundProblems)
      const message = shortSignatures.hash(roundMessage(SCHEME, round, null))
      const signature = toHex(shortSignatures.sign(message, secretKey).toBytes())
      return { round, randomness: randomnessOf(signature), signature }
    },
  }
}

/** Stretches the secret: two tagged hashes, cut to what the key derivation takes. */
function keySeed(secret: Uint8Array): Uint8Array {
  const seed = new Uint8Array(64)
  seed.set(taggedHash('TRIAL', Uint8Array.of(0x00), secret))
  seed.set(taggedHash('TRIAL', Uint8Array.of(0x01), secret), 32)
  return seed.slice(0, KEY_SEED_BYTES)
}
