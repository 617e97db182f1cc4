import { Injectable } from '@nestjs/common'
import { type DrawRequest, type Manifest, parseManifest } from '#draw'
import { BeaconClient } from './beacon/beacon-client.js'
import type { Draw } from './draw.entity.js'
import { DrawSecrets } from './secrets/draw-secrets.js'

/** What a draw's seed is made of besides its commitment. */
export type DrawnWith = Pick<DrawRequest, 'mode' | 'signature' | 'previousSignature' | 'secrets'>

/** Finds the number that decides a draw, once there is one (draw protocol section 5). */
@Injectable()
export class NumberOfDraw {
  constructor(
    private readonly beacon: BeaconClient,
    private readonly secrets: DrawSecrets,
  ) {}

  /** Null while a contributor has not revealed. Throws when the beacon's round cannot be had and nothing may stand in for it. */
  async find({ manifest: text }: Draw, now: Date): Promise<DrawnWith | null> {
    const manifest = parseManifest(text)
    const { mode } = manifest.seed
    if (mode === 'beacon') return this.#ofBeacon(manifest, now)
    const secrets = await this.secrets.revealed(manifest)
    if (secrets === null) return null
    if (mode === 'commit-reveal') return ofSecrets(secrets)
    return { mode, signature: await this.beacon.signature(manifest), previousSignature: null, secrets }
  }

  /** The relays are asked first, always: a fallback is void when the round can be had. */
  async #ofBeacon(manifest: Manifest, now: Date): Promise<DrawnWith> {
    try {
      return ofRound(await this.beacon.signature(manifest), null)
    } catch (error) {
      const { contributors, fallbackAfter } = manifest.seed
      const allowed = contributors.length > 0 && fallbackAfter !== null && now.getTime() >= fallbackAfter * 1000
      const secrets = allowed ? await this.secrets.revealed(manifest) : null
      if (secrets === null) throw error
      return ofSecrets(secrets)
    }
  }
}

export function ofRound(signature: string, previousSignature: string | null): DrawnWith {
  return { mode: 'beacon', signature, previousSignature, secrets: null }
}

function ofSecrets(secrets: readonly string[]): DrawnWith {
  return { mode: 'commit-reveal', signature: null, previousSignature: null, secrets }
}
