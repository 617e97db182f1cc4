import { createHash, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { AuditLog } from '../../audit/index.js'
import { TweetupConfig } from '../../config/index.js'
import { Clock, Transactions } from '../../database/index.js'
import { type Event, Events } from '../../events/index.js'
import { Conflict, type Membership, NotFound } from '../../http/index.js'
import { DrawRepository } from '../draw.repository.js'
import type { ContributorDto, ContributorListDto } from './dto.js'
import { DrawSecrets } from './draw-secrets.js'
import { patienceMs } from './start-again.js'
import { ContributorSecretRepository } from './contributor-secret.repository.js'

/** Whom the event's settings name as contributors, and the link that lets each of them in. */
@Injectable()
export class ContributorLinks {
  constructor(
    private readonly config: TweetupConfig,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly secrets: ContributorSecretRepository,
    private readonly drawSecrets: DrawSecrets,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async list(organizationId: string, eventId: string): Promise<ContributorListDto> {
    const { manager } = this.secrets
    const event = await this.events.byId(manager, organizationId, eventId)
    const { policy, opensAt } = event
    const handedIn = await this.secrets.ofEvent(eventId)
    const items = policy.randomness.contributors.map(({ id, name, commit }): ContributorDto => {
      const row = handedIn.get(id)
      const known = row?.commit ?? commit
      const state = row?.revealedAt ? 'revealed' : known !== null ? 'committed' : row?.tokenHash ? 'invited' : 'missing'
      return { id, name, state, commit: known }
    })
    return { mode: policy.randomness.mode, commitUntil: opensAt?.toISOString() ?? null, ...(await this.#absence(event)), items }
  }

  async #absence(event: Event): Promise<Pick<ContributorListDto, 'absentFrom' | 'canStartAgain'>> {
    const draw = await this.draws.latest(event.id)
    const missing = draw === null || event.cancelledAt !== null ? [] : await this.drawSecrets.missing(draw, event)
    if (draw === null || missing.length === 0) return { absentFrom: null, canStartAgain: false }
    const from = new Date(draw.roundAt.getTime() + patienceMs)
    return { absentFrom: from.toISOString(), canStartAgain: from <= (await this.clock.now()) }
  }

  /** Makes a new link, which ends the one before. It is shown once and kept only as its hash. */
  async make({ organizationId, userId }: Membership, eventId: string, contributor: string): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    await this.transactions.run(async (manager) => {
      const { policy, cancelledAt } = await this.events.hold(manager, organizationId, eventId)
      if (!policy.randomness.contributors.some(({ id }) => id === contributor)) throw new NotFound()
      if (cancelledAt !== null) throw new Conflict('draws:secret.cancelled')
      const draw = await this.draws.latest(eventId, manager)
      if (draw?.drawnAt) throw new Conflict('draws:secret.drawn')
      await this.secrets.setToken(manager, organizationId, eventId, contributor, hashOfToken(token))
      await this.audit.record(manager, {
        organizationId,
        eventId,
        userId,
        action: 'secret.linked',
        subject: eventId,
        after: { contributor },
      })
    })
    return this.config.url(`/secret/${token}`)
  }
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
