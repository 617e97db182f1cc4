import { Injectable } from '@nestjs/common'
import { DataSource, LessThan } from 'typeorm'
import { type Manifest, parseManifest, randomnessOf } from '#draw'
import { type Event, Events } from '../events/index.js'
import { NotFound } from '../http/index.js'
import { PickedCounts } from '../picks/index.js'
import { BeaconClient } from './beacon/beacon-client.js'
import type { Draw } from './draw.entity.js'
import { DrawEvent } from './draw-event.entity.js'
import { DrawRepository } from './draw.repository.js'
import { DrawTickets } from './draw-tickets.js'
import type { DrawLogDto } from './dto/draw-log.dto.js'
import type { DrawTicketListDto } from './dto/draw-ticket.dto.js'
import type { PublicDrawDto } from './dto/public-draw.dto.js'
import { presentLogLine, promotedShown } from './log-line.presenter.js'
import { ProofBundle } from './proof-bundle.js'
import { DrawSecrets } from './secrets/draw-secrets.js'
import type { Proof } from './send-proof.js'

const linesPerPage = 200

const nothingYet: PublicDrawDto = {
  state: 'none',
  number: null,
  commitment: null,
  committedAt: null,
  closesAt: null,
  round: null,
  roundTime: null,
  mode: null,
  fallback: false,
  fallbackAfter: null,
  contributors: [],
  earlier: [],
  beacon: null,
  drawnAt: null,
  randomness: null,
  signature: null,
  seed: null,
  orderHash: null,
  head: null,
  counts: null,
  pools: [],
  picked: null,
  bundleBytes: 0,
}

/** What anybody may see of an event's draw. */
@Injectable()
export class PublicDraws {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly tickets: DrawTickets,
    private readonly bundle: ProofBundle,
    private readonly beacon: BeaconClient,
    private readonly secrets: DrawSecrets,
    private readonly picked: PickedCounts,
  ) {}

  async show(organizationSlug: string, eventSlug: string): Promise<PublicDrawDto> {
    const { event } = await this.#event(organizationSlug, eventSlug)
    return this.ofEvent(event.id)
  }

  async ofEvent(eventId: string): Promise<PublicDrawDto> {
    const draw = await this.draws.latest(eventId)
    if (draw === null) return nothingYet
    const manifest = parseManifest(draw.manifest)
    return {
      state: draw.drawnAt === null ? 'committed' : 'drawn',
      number: draw.number,
      commitment: draw.commitment,
      committedAt: draw.committedAt.toISOString(),
      closesAt: draw.closesAt.toISOString(),
      round: draw.round,
      roundTime: draw.roundAt.toISOString(),
      ...(await this.#presentSeed(draw, manifest)),
      beacon: this.#presentBeacon(draw, manifest),
      drawnAt: draw.drawnAt?.toISOString() ?? null,
      randomness: draw.signature === null ? null : randomnessOf(draw.signature),
      signature: draw.signature,
      seed: draw.seed,
      orderHash: draw.orderHash,
      head: draw.head,
      counts: { entries: draw.entryCount, seats: manifest.seats, log: draw.seq, ...(await this.tickets.counts(draw)) },
      pools: manifest.pools,
      picked: await this.picked.ofEvent(eventId),
      bundleBytes: await this.bundle.size(draw),
    }
  }

  async listTickets(organizationSlug: string, eventSlug: string, after?: string, prefix?: string): Promise<DrawTicketListDto> {
    const draw = await this.#draw(organizationSlug, eventSlug)
    return this.tickets.list(draw, after, prefix)
  }

  async listLog(organizationSlug: string, eventSlug: string, after: number): Promise<DrawLogDto> {
    const draw = await this.#draw(organizationSlug, eventSlug)
    const rows = await this.dataSource.manager
      .createQueryBuilder(DrawEvent, 'line')
      .where('line.drawId = :drawId and line.seq > :after', { drawId: draw.id, after })
      .orderBy('line.seq')
      .limit(linesPerPage)
      .getMany()
    const names = await this.tickets.namesOfUnits(draw.id, rows.flatMap(promotedShown))
    const last = rows.at(-1)
    return {
      items: rows.map((row) => presentLogLine(row, names)),
      nextCursor: rows.length === linesPerPage && last !== undefined ? String(last.seq) : null,
    }
  }

  async bundleJson(organizationSlug: string, eventSlug: string, number?: number): Promise<Proof> {
    const draw = await this.#draw(organizationSlug, eventSlug, number)
    return { head: draw.head, pieces: this.bundle.json(draw) }
  }

  async bundleZip(organizationSlug: string, eventSlug: string, number?: number): Promise<Proof> {
    const draw = await this.#draw(organizationSlug, eventSlug, number)
    return { head: draw.head, pieces: this.bundle.zip(draw) }
  }

  async rules(organizationSlug: string, eventSlug: string, number?: number): Promise<string> {
    return this.bundle.rules(await this.#draw(organizationSlug, eventSlug, number))
  }

  #presentBeacon({ trialBeacon }: Draw, { seed: { beacon } }: Manifest): PublicDrawDto['beacon'] {
    if (beacon === null) return null
    const { chainHash, publicKey, scheme } = beacon
    return { trial: trialBeacon, chainHash, publicKey, scheme, relays: this.beacon.relays }
  }

  /** A draw of mode `beacon` without a signature was made by the fallback. */
  async #presentSeed(
    draw: Draw,
    { seed: { mode, fallbackAfter } }: Manifest,
  ): Promise<Pick<PublicDrawDto, 'mode' | 'fallback' | 'fallbackAfter' | 'contributors' | 'earlier'>> {
    const fallback = mode === 'beacon' && draw.drawnAt !== null && draw.signature === null
    const event = await this.events.byId(this.dataSource.manager, draw.organizationId, draw.eventId)
    return {
      mode: fallback ? 'commit-reveal' : mode,
      fallback,
      fallbackAfter: fallbackAfter === null ? null : new Date(fallbackAfter * 1000).toISOString(),
      contributors: await this.secrets.contributorsOf(draw, event),
      earlier: await this.#earlier(draw, event),
    }
  }

  /** Verifiers must show all draws of an event (protocol section 4). */
  async #earlier({ eventId, number }: Draw, event: Pick<Event, 'policy'>): Promise<PublicDrawDto['earlier']> {
    if (number === 1) return []
    const draws = await this.draws.find({ where: { eventId, number: LessThan(number) }, order: { number: 'ASC' } })
    return Promise.all(
      draws.map(async (draw) => ({
        number: draw.number,
        commitment: draw.commitment,
        committedAt: draw.committedAt.toISOString(),
        contributors: await this.secrets.contributorsOf(draw, event),
      })),
    )
  }

  async #event(organizationSlug: string, eventSlug: string) {
    const found = await this.events.bySlugs(this.dataSource.manager, organizationSlug, eventSlug)
    if (!found) throw new NotFound()
    return found
  }

  async #draw(organizationSlug: string, eventSlug: string, number?: number): Promise<Draw> {
    const { event } = await this.#event(organizationSlug, eventSlug)
    const draw = number === undefined ? await this.draws.latest(event.id) : await this.draws.findOneBy({ eventId: event.id, number })
    if (draw === null) throw new NotFound('draws:notYet')
    return draw
  }
}
