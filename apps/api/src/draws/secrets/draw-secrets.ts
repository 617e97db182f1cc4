import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Manifest, parseManifest } from '#draw'
import type { Randomness } from '#policy'
import type { Event } from '../../events/index.js'
import type { Draw } from '../draw.entity.js'
import type { DrawContributorDto } from '../dto/draw-contributor.dto.js'
import { ContributorSecretRepository } from './contributor-secret.repository.js'

/** What draws ask about the secrets that their seeds count on. */
@Injectable()
export class DrawSecrets {
  constructor(private readonly secrets: ContributorSecretRepository) {}

  /** What the event declares, with the commitments that have been handed in. */
  async randomnessOf(manager: EntityManager, { id, policy }: Pick<Event, 'id' | 'policy'>): Promise<Randomness> {
    const handedIn = await this.secrets.ofEvent(id, manager)
    const contributors = policy.randomness.contributors.map((contributor) => ({
      ...contributor,
      commit: handedIn.get(contributor.id)?.commit ?? contributor.commit,
    }))
    return { ...policy.randomness, contributors }
  }

  /** Makes the draw wait for the secrets that its manifest names, unless they only stand by for a fallback. */
  async awaitFor(manager: EntityManager, draw: Draw, { seed }: Manifest): Promise<void> {
    if (seed.mode === 'beacon') return
    await this.secrets.countOn(manager, draw, seed.contributors)
  }

  /** In the manifest's order; null while one is missing. */
  async revealed(manifest: Manifest, manager?: EntityManager): Promise<string[] | null> {
    return this.secrets.revealed(manifest.event, manifest.seed.contributors, manager)
  }

  /** Whose secret the draw waits for; nobody's when secrets only stand by for a fallback. */
  async missing(draw: Draw, event: Pick<Event, 'policy'>): Promise<DrawContributorDto[]> {
    if (draw.drawnAt !== null || parseManifest(draw.manifest).seed.mode === 'beacon') return []
    return (await this.contributorsOf(draw, event)).filter(({ revealed }) => !revealed)
  }

  /** Whom the seed counts on and who has revealed. Names come from the event's settings; the manifest has only ids. */
  async contributorsOf({ eventId, manifest }: Draw, { policy }: Pick<Event, 'policy'>): Promise<DrawContributorDto[]> {
    const { contributors } = parseManifest(manifest).seed
    if (contributors.length === 0) return []
    const handedIn = await this.secrets.ofEvent(eventId)
    const names = new Map(policy.randomness.contributors.map(({ id, name }) => [id, name]))
    return contributors.map(({ id, commit }) => ({
      id,
      name: names.get(id) ?? id,
      commit,
      revealed: Boolean(handedIn.get(id)?.revealedAt),
    }))
  }
}
