import { DrawRuleError } from '../errors.js'
import { fromHex } from '../hash/hex.js'
import type { DrawRequest } from '../log/log-event.js'
import type { Beacon, Manifest } from '../manifest/manifest.js'
import { roundTime } from '../manifest/rounds.js'
import { deriveSeed } from './derive-seed.js'
import { randomnessOf } from './randomness-of.js'
import { secretCommitment } from './secret-commitment.js'

/** What a draw event has to say about its number. */
export interface DrawnNumber {
  readonly randomness: string | null
  readonly seed: string
}

/**
 * The seed of a draw, when the manifest allows this draw at this time (protocol section 5): mode, round time, fallback
 * time, revealed secrets. Whether the signature is the beacon's is for `verifyRound`.
 * @throws DrawRuleError naming the field of the request and what would be right.
 */
export function seedOfDraw(manifest: Manifest, commitment: string, request: DrawRequest): DrawnNumber {
  requireAllowedMode(manifest, request)
  const randomness = request.mode === 'commit-reveal' ? withoutBeacon(request) : randomnessOfRound(manifest, request)
  const secrets = request.mode === 'beacon' ? withoutSecrets(request) : revealedSecrets(manifest, request)
  return { randomness, seed: deriveSeed({ mode: request.mode, commitment, randomness, secrets }) }
}

function requireAllowedMode({ seed }: Manifest, { mode, at }: DrawRequest): void {
  if (mode === seed.mode) return
  if (seed.mode !== 'beacon' || mode !== 'commit-reveal') throw new DrawRuleError('mode', `is ${mode}, the manifest says ${seed.mode}`)
  if (seed.fallbackAfter === null || seed.contributors.length === 0) {
    throw new DrawRuleError('mode', 'is commit-reveal, but the manifest allows no fallback: it names no contributors or no fallbackAfter')
  }
  if (at < seed.fallbackAfter) throw new DrawRuleError('at', `is ${at}, a fallback draw before ${seed.fallbackAfter} is void`)
}

function randomnessOfRound({ seed }: Manifest, { at, signature, previousSignature }: DrawRequest): string {
  const { beacon } = seed
  if (beacon === null) throw new DrawRuleError('mode', 'needs a beacon, the manifest names none')
  const time = roundTime(beacon, beacon.round)
  if (at < time) throw new DrawRuleError('at', `is ${at}, round ${beacon.round} comes out at ${time}`)
  if (signature === null) throw new DrawRuleError('signature', `must be the signature of round ${beacon.round}`)
  requirePreviousSignature(beacon, previousSignature)
  return randomnessOf(signature)
}

function requirePreviousSignature({ scheme }: Beacon, previousSignature: string | null): void {
  const chained = scheme === 'pedersen-bls-chained'
  if (chained && previousSignature === null) throw new DrawRuleError('previousSignature', `must be given for the scheme ${scheme}`)
  if (!chained && previousSignature !== null) throw new DrawRuleError('previousSignature', `must be null for the scheme ${scheme}`)
}

function withoutBeacon({ signature, previousSignature }: DrawRequest): null {
  if (signature !== null) throw new DrawRuleError('signature', 'must be null in mode commit-reveal')
  if (previousSignature !== null) throw new DrawRuleError('previousSignature', 'must be null in mode commit-reveal')
  return null
}

function withoutSecrets({ secrets }: DrawRequest): null {
  if (secrets !== null) throw new DrawRuleError('secrets', 'must be null in mode beacon')
  return null
}

function revealedSecrets({ event, seed }: Manifest, { secrets }: DrawRequest): readonly string[] {
  if (secrets === null || secrets.length !== seed.contributors.length) {
    throw new DrawRuleError('secrets', `has ${secrets?.length ?? 0} secrets, the manifest names ${seed.contributors.length} contributors`)
  }
  seed.contributors.forEach(({ id, commit }, index) => {
    const revealed = secretCommitment(event, fromHex(secrets[index] ?? ''))
    if (revealed !== commit)
      throw new DrawRuleError(`secrets[${index}]`, `of ${id} has the commitment ${revealed}, the manifest says ${commit}`)
  })
  return secrets
}
