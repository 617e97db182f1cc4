import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { canonicalJson, commitmentOf, type LogEvent, type Manifest, parseManifest, type SeatChangeFields } from '#draw'
import { AuditLog } from '../../audit/index.js'
import { Clock, newId, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { Conflict, type Membership, NotFound } from '../../http/index.js'
import { BeaconClient } from '../beacon/beacon-client.js'
import { Draw } from '../draw.entity.js'
import { DrawAnnouncements } from '../draw-announcements.js'
import { DrawLists } from '../draw-lists.js'
import { DrawLog } from '../draw-log.js'
import { DrawRepository } from '../draw.repository.js'
import { DrawSecrets } from './draw-secrets.js'

/** Contributors have this long from when the draw could have been made. */
export const patienceMs = 86_400_000

/**
 * A draw that waits for somebody who does not reveal is given up in public: the same list is sealed once more, as the next draw of the
 * event, and a round of the beacon that nobody knows yet decides alone. Secrets that were revealed meanwhile must not: they are known.
 */
@Injectable()
export class StartAgain {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly lists: DrawLists,
    private readonly log: DrawLog,
    private readonly announcements: DrawAnnouncements,
    private readonly beacon: BeaconClient,
    private readonly secrets: DrawSecrets,
    private readonly audit: AuditLog,
  ) {}

  async run({ organizationId, userId }: Membership, eventId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, organizationId, eventId)
      const given = await this.draws.lockLatest(manager, eventId)
      if (given === null) throw new NotFound('draws:notYet')
      if (event.cancelledAt !== null) throw new Conflict('draws:cancelled')
      if (given.drawnAt !== null) throw new Conflict('draws:drawn')
      const missing = await this.secrets.missing(given, event)
      const now = await this.clock.now(manager)
      if (missing.length === 0) throw new Conflict('draws:again.nobodyMissing')
      if (now.getTime() < given.roundAt.getTime() + patienceMs) throw new Conflict('draws:again.tooEarly')
      const draw = await this.#seal(manager, given, missing, now)
      await this.#repeatLog(manager, given)
      await manager.query('update exclusions set draw_id = $2 where draw_id = $1', [given.id, draw.id])
      await this.announcements.begin(manager, draw, 'entered')
      await this.audit.record(manager, {
        organizationId,
        eventId,
        userId,
        action: 'draw.startedAgain',
        subject: draw.id,
        before: { commitment: given.commitment },
        after: { commitment: draw.commitment, without: missing.map(({ id }) => id) },
      })
    })
  }

  async #seal(manager: EntityManager, given: Draw, missing: readonly { readonly id: string }[], now: Date): Promise<Draw> {
    const before = parseManifest(given.manifest)
    const sealedAt = Math.ceil(now.getTime() / 1000)
    const { beacon, at } = await this.beacon.futureRound(before.closesAt, sealedAt)
    const rules = await this.#rules(manager, given, missing)
    const manifest: Manifest = {
      ...before,
      draw: before.draw + 1,
      prev: given.commitment,
      rulesSha256: createHash('sha256').update(rules).digest('hex'),
      seed: { mode: 'beacon', beacon, contributors: [], fallbackAfter: null },
    }
    const commitment = commitmentOf(manifest)
    const draw: Draw = {
      ...given,
      id: newId(),
      number: manifest.draw,
      manifest: canonicalJson(manifest),
      commitment,
      rules,
      round: beacon.round,
      roundAt: new Date(at * 1000),
      committedAt: now,
      trialBeacon: this.beacon.trial,
      seq: 0,
      head: commitment,
    }
    await manager.insert(Draw, draw)
    await this.lists.copy(manager, given.id, draw)
    return draw
  }

  /** The sealed text says why there is another draw, and who is the reason (protocol section 5). */
  async #rules(manager: EntityManager, { id, commitment, number }: Draw, missing: readonly { readonly id: string }[]): Promise<string> {
    const { rules } = await manager.findOneOrFail(Draw, { where: { id }, select: { id: true, rules: true } })
    const ids = missing.map((contributor) => contributor.id).join(', ')
    return `${rules}Draw ${number + 1} replaces draw ${number}, whose commitment is ${commitment}: no secret was revealed by ${ids}. A round of the beacon decides alone.\n`
  }

  /** Whoever has left since the first sealing stays out. */
  async #repeatLog(manager: EntityManager, { id, eventId }: Draw): Promise<void> {
    const lines = await manager.query<{ event: string }[]>('select event from draw_events where draw_id = $1 order by seq', [id])
    await this.log.change(manager, eventId, async (log) => {
      for (const { event } of lines) log.append(changeOf(JSON.parse(event) as LogEvent))
    })
  }
}

/** What a line says, without its place in the chain. Before the draw there are no others. */
function changeOf(event: LogEvent): SeatChangeFields {
  if (event.type === 'draw') throw new Error('A draw that has been made is not started again.')
  const { seq: _seq, prev: _prev, at: _at, promoted: _promoted, ...fields } = event
  return fields
}
