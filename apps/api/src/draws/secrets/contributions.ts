import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { fromHex, type Manifest, parseManifest, secretCommitment } from '#draw'
import { AuditLog } from '../../audit/index.js'
import { Clock, Transactions } from '../../database/index.js'
import { type Event, Events } from '../../events/index.js'
import { Conflict, Invalid, NotFound } from '../../http/index.js'
import type { Draw } from '../draw.entity.js'
import { DrawRepository } from '../draw.repository.js'
import { hashOfToken } from './contributor-links.js'
import { ContributorSecret } from './contributor-secret.entity.js'
import { ContributorSecretRepository } from './contributor-secret.repository.js'
import { DrawSecrets } from './draw-secrets.js'
import type { ContributionDto } from './dto.js'

interface Standing {
  readonly row: ContributorSecret
  readonly event: Event
  readonly name: string
  readonly draw: Draw | null
  readonly now: Date
}

/** What a contributor does behind her link: she binds herself before applications open, and reveals once the list is sealed. */
@Injectable()
export class Contributions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly secrets: ContributorSecretRepository,
    private readonly drawSecrets: DrawSecrets,
    private readonly audit: AuditLog,
  ) {}

  async show(token: string): Promise<ContributionDto> {
    const { manager } = this.secrets
    const standing = await this.#standing(manager, await this.#holder(token))
    const { row, event, name, draw, now } = standing
    const organization = await this.events.organizationOf(manager, event)
    return {
      event: event.id,
      title: event.title,
      organization: organization.name,
      timeZone: event.timeZone,
      drawPage: `/${organization.slug}/${event.slug}/draw`,
      name,
      mode: event.policy.randomness.mode,
      commit: row.commit,
      commitUntil: event.opensAt?.toISOString() ?? null,
      sealed: draw?.commitment ?? null,
      fallbackAfter: fallbackOf(draw, row),
      revealedAt: row.revealedAt?.toISOString() ?? null,
      drawn: Boolean(draw?.drawnAt),
      canCommit: commitProblem(event, draw, now) === null,
      canReveal: row.revealedAt === null && revealProblem(standing) === null,
    }
  }

  /** Until applications open she may hand in another one: then the secret of the one before counts for nothing. */
  async commit(token: string, commit: string): Promise<void> {
    const held = await this.#holder(token)
    await this.transactions.run(async (manager) => {
      const { row, event, draw, now } = await this.#lock(manager, held)
      const problem = commitProblem(event, draw, now)
      if (problem !== null) throw new Conflict(problem)
      if (row.commit === commit) return
      const { contributors } = await this.drawSecrets.randomnessOf(manager, event)
      if (contributors.some((other) => other.commit === commit)) throw new Invalid([{ path: 'commit', code: 'draws:secret.taken' }])
      await manager.update(ContributorSecret, keyOf(row), { commit, committedAt: now })
      await this.#record(manager, row, 'secret.committed', { commit })
    })
  }

  /** Once: the secret that belongs to her commitment, when the sealed list counts on it. */
  async reveal(token: string, secret: string): Promise<void> {
    const held = await this.#holder(token)
    await this.transactions.run(async (manager) => {
      const standing = await this.#lock(manager, held)
      const problem = revealProblem(standing)
      if (problem !== null) throw new Conflict(problem)
      const { row, draw, now } = standing
      const bound = draw && contributorIn(parseManifest(draw.manifest), row)
      if (!bound || secretCommitment(row.eventId, fromHex(secret)) !== bound.commit)
        throw new Invalid([{ path: 'secret', code: 'draws:secret.wrong' }])
      if (row.revealedAt !== null) return
      await manager.update(ContributorSecret, keyOf(row), { secret, revealedAt: now })
      await this.#record(manager, row, 'secret.revealed', {})
    })
  }

  async #holder(token: string): Promise<ContributorSecret> {
    const row = token === '' ? null : await this.secrets.byTokenHash(hashOfToken(token))
    if (row === null) throw new NotFound('draws:secret.unknown')
    return row
  }

  /** Event, draw and row, locked in the house's order, so that the list is not sealed and the draw not made meanwhile. */
  async #lock(manager: EntityManager, { organizationId, eventId, contributor, tokenHash }: ContributorSecret): Promise<Standing> {
    await this.events.hold(manager, organizationId, eventId)
    await this.draws.lockLatest(manager, eventId)
    const row = await this.secrets.lock(manager, eventId, contributor)
    // The link may have been replaced since it was looked up.
    if (row === null || row.tokenHash !== tokenHash) throw new NotFound('draws:secret.unknown')
    return this.#standing(manager, row)
  }

  /** A contributor whom the settings no longer name has nothing to hand in, unless the sealed list counts on her. */
  async #standing(manager: EntityManager, row: ContributorSecret): Promise<Standing> {
    const event = await this.events.byId(manager, row.organizationId, row.eventId)
    const draw = await this.draws.latest(row.eventId, manager)
    const named = event.policy.randomness.contributors.find(({ id }) => id === row.contributor)
    if (named === undefined && draw === null) throw new NotFound('draws:secret.unknown')
    return { row, event, name: named?.name ?? row.contributor, draw, now: await this.clock.now(manager) }
  }

  async #record(manager: EntityManager, row: ContributorSecret, action: string, after: object): Promise<void> {
    const { organizationId, eventId, contributor } = row
    await this.audit.record(manager, { organizationId, eventId, action, subject: eventId, after: { contributor, ...after } })
  }
}

function keyOf({ eventId, contributor }: ContributorSecret): Pick<ContributorSecret, 'eventId' | 'contributor'> {
  return { eventId, contributor }
}

/** Why no commitment can be handed in now, or null. */
function commitProblem({ cancelledAt, opensAt, publishedAt }: Event, draw: Draw | null, now: Date): string | null {
  if (cancelledAt !== null) return 'draws:secret.cancelled'
  const open = publishedAt !== null && opensAt !== null && opensAt <= now
  return open || draw !== null ? 'draws:secret.open' : null
}

/** Why no secret can be revealed now, or null. */
function revealProblem({ row, event, draw, now }: Standing): string | null {
  if (event.cancelledAt !== null) return 'draws:secret.cancelled'
  if (draw === null) return 'draws:secret.tooEarly'
  const manifest = parseManifest(draw.manifest)
  if (contributorIn(manifest, row) === undefined) return 'draws:secret.notNeeded'
  if (draw.drawnAt !== null) return 'draws:secret.drawn'
  const { mode, fallbackAfter } = manifest.seed
  if (mode === 'beacon' && (fallbackAfter === null || now.getTime() < fallbackAfter * 1000)) return 'draws:secret.notYetFallback'
  return null
}

function fallbackOf(draw: Draw | null, row: ContributorSecret): string | null {
  const manifest = draw && parseManifest(draw.manifest)
  if (!manifest || manifest.seed.fallbackAfter === null || contributorIn(manifest, row) === undefined) return null
  return new Date(manifest.seed.fallbackAfter * 1000).toISOString()
}

function contributorIn({ seed }: Manifest, { contributor }: ContributorSecret) {
  return seed.contributors.find(({ id }) => id === contributor)
}
