import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Manifest, parseManifest, verifyRound } from '#draw'
import { AuditLog } from '../../audit/index.js'
import { Clock, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { Conflict, Invalid, type Membership, NotFound } from '../../http/index.js'
import type { Draw } from '../draw.entity.js'
import { DrawLog } from '../draw-log.js'
import { DrawRepository } from '../draw.repository.js'
import { ofRound } from '../number-of-draw.js'
import { DrawSecrets } from '../secrets/draw-secrets.js'
import type { AwaitedRoundDto } from './dto.js'
import { readPastedRound } from './read-pasted-round.js'

/** When no relay can be reached, somebody of the team brings the round; it is verified like a fetched one, and the draw is made at once. */
@Injectable()
export class DrawPastedRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly log: DrawLog,
    private readonly secrets: DrawSecrets,
    private readonly audit: AuditLog,
  ) {}

  async awaited({ organizationId }: Membership, eventId: string): Promise<AwaitedRoundDto> {
    const { manager } = this.draws
    const event = await this.events.byId(manager, organizationId, eventId)
    const draw = await this.draws.latest(eventId)
    if (draw === null || draw.round === null) throw new NotFound('draws:notYet')
    const manifest = parseManifest(draw.manifest)
    const waits = manifest.seed.mode === 'both' && (await this.secrets.revealed(manifest)) === null
    const due = !waits && draw.drawnAt === null && event.cancelledAt === null && draw.roundAt <= (await this.clock.now())
    return { round: draw.round, at: draw.roundAt.toISOString(), due }
  }

  async run({ organizationId, userId }: Membership, eventId: string, pasted: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, organizationId, eventId)
      const draw = await this.draws.lockLatest(manager, eventId)
      if (draw === null) throw new NotFound('draws:notYet')
      if (event.cancelledAt !== null) throw new Conflict('draws:cancelled')
      if (draw.drawnAt !== null) throw new Conflict('draws:drawn')
      const manifest = parseManifest(draw.manifest)
      const { beacon, mode } = manifest.seed
      if (beacon === null) throw new Conflict('draws:noBeacon')
      if ((await this.clock.now(manager)) < draw.roundAt) throw new Conflict('draws:roundNotOut', { round: beacon.round })
      const round = readPastedRound(pasted, beacon)
      if (!(await verifyRound(beacon, round)))
        throw new Invalid([{ path: 'round', code: 'draws:pasted.notGenuine', values: { round: beacon.round } }])
      if (mode !== 'both') await this.log.draw(manager, draw, ofRound(round.signature, round.previousSignature))
      else await this.log.draw(manager, draw, { mode, ...round, secrets: await this.#allSecrets(manager, manifest) })
      await this.#record(manager, draw, userId, round.signature)
    })
  }

  async #allSecrets(manager: EntityManager, manifest: Manifest): Promise<readonly string[]> {
    const secrets = await this.secrets.revealed(manifest, manager)
    if (secrets === null) throw new Conflict('draws:secretsMissing')
    return secrets
  }

  async #record(manager: EntityManager, draw: Draw, userId: string, signature: string): Promise<void> {
    const { id, organizationId, eventId, round } = draw
    const after = { round, signature }
    await this.audit.record(manager, { organizationId, eventId, userId, action: 'draw.roundPasted', subject: id, after })
  }
}
