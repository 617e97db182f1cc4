import { fromHex, toHex } from '../hash/hex.js'
import { taggedHash } from '../hash/tagged-hash.js'
import type { SeedMode } from '../manifest/manifest.js'

const MODE_BYTES: Readonly<Record<SeedMode, number>> = { beacon: 0x01, 'commit-reveal': 0x02, both: 0x03 }
const ZERO32 = new Uint8Array(32)

/** What the seed is made of, all hex; null where the mode does not use it. */
export interface SeedParts {
  readonly mode: SeedMode
  readonly commitment: string
  readonly randomness: string | null
  /** In the order of the manifest's contributors. */
  readonly secrets: readonly string[] | null
}

/** The seed of the order: H(SEED, mode byte, C, B, S), hex (protocol section 1). */
export function deriveSeed({ mode, commitment, randomness, secrets }: SeedParts): string {
  const beaconPart = randomness === null ? ZERO32 : fromHex(randomness)
  const secretPart = secrets === null ? ZERO32 : taggedHash('SECRET', ...secrets.map(fromHex))
  return toHex(taggedHash('SEED', Uint8Array.of(MODE_BYTES[mode]), fromHex(commitment), beaconPart, secretPart))
}
