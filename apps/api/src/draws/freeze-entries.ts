import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import {
  buildEntries,
  buildExcluded,
  canonicalJson,
  commitmentOf,
  type EntryList,
  type ExcludedList,
  listUnits,
  type Manifest,
} from '#draw'
import { ApplicantLetters, FrozenApplications, type FrozenList } from '../applications/index.js'
import { Clock, newId, Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { oneByOne } from '../jobs/index.js'
import { Deliveries } from '../messages/index.js'
import { BeaconClient } from './beacon/beacon-client.js'
import { Draw } from './draw.entity.js'
import { DrawRepository } from './draw.repository.js'
import { drawRulesText } from './draw-rules.js'

/** One person, one seat, one chance: the policy until pools, weights and groups can be declared. */
const solo = { maxUnitSeats: 1, maxWeight: 1 } as const
const openPool = 'open'

/** At the close: freezes the confirmed applications, seals them in a commitment with a future round, and tells everybody. */
@Injectable()
export class FreezeEntries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly applications: FrozenApplications,
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
    private readonly draws: DrawRepository,
    private readonly beacon: BeaconClient,
  ) {}

  /** Freezes every event that is past its close; answers how many. */
  async runDue(now: Date): Promise<number> {
    return oneByOne(await this.draws.eventsToFreeze(now), (eventId) => this.transactions.run((manager) => this.#freeze(manager, eventId)))
  }

  async #freeze(manager: EntityManager, eventId: string): Promise<number> {
    const event = await this.events.lock(manager, eventId)
    const now = await this.clock.now(manager)
    if (event.closesAt === null || event.closesAt > now || event.cancelledAt !== null) return 0
    if ((await this.draws.latest(eventId, manager)) !== null) return 0

    const list = await this.applications.list(manager, event)
    const entries = buildEntries(
      list.entered.map(({ ticketId }) => ({ members: [ticketId], seats: 1, weight: 1, tags: [] })),
      solo,
    )
    const excluded = buildExcluded(list.excluded)
    const draw = await this.#seal(manager, event, event.closesAt, now, entries, excluded)
    await this.#writeUnits(manager, draw, event.capacity, entries, list)
    await this.#tell(manager, event, draw, list)
    return 1
  }

  async #seal(manager: EntityManager, event: Event, closesAt: Date, now: Date, entries: EntryList, excluded: ExcludedList): Promise<Draw> {
    const rules = await this.#rules(manager, event, closesAt)
    const { beacon, at } = await this.beacon.futureRound(unix(closesAt), unix(now))
    const manifest: Manifest = {
      v: 'tweetup-draw/1',
      event: event.id,
      draw: 1,
      prev: null,
      closesAt: unix(closesAt),
      rulesSha256: createHash('sha256').update(rules).digest('hex'),
      seats: event.capacity,
      ...solo,
      fill: 'first-fit',
      pools: [{ id: openPool, seats: event.capacity, tag: null }],
      spillTo: null,
      entries: { count: entries.count, members: entries.members, seats: entries.seats, root: entries.root },
      excluded: { count: excluded.count, root: excluded.root },
      seed: { mode: 'beacon', beacon, contributors: [], fallbackAfter: null },
    }
    const commitment = commitmentOf(manifest)
    const draw: Draw = {
      id: newId(),
      organizationId: event.organizationId,
      eventId: event.id,
      number: manifest.draw,
      manifest: canonicalJson(manifest),
      commitment,
      rules,
      entries: textOf(entries.file),
      excluded: textOf(excluded.file),
      entryCount: entries.count,
      round: beacon.round,
      roundAt: new Date(at * 1000),
      closesAt,
      committedAt: now,
      trialBeacon: this.beacon.trial,
      drawnAt: null,
      seed: null,
      orderHash: null,
      signature: null,
      seq: 0,
      head: commitment,
    }
    await manager.insert(Draw, draw)
    return draw
  }

  async #rules(manager: EntityManager, event: Event, closesAt: Date): Promise<string> {
    const { name } = await this.events.organizationOf(manager, event)
    return drawRulesText({
      event: event.id,
      title: event.title,
      organization: name,
      seats: event.capacity,
      opensAt: event.opensAt,
      closesAt,
    })
  }

  async #writeUnits(manager: EntityManager, draw: Draw, poolSeats: number, entries: EntryList, { entered }: FrozenList): Promise<void> {
    const applicationOf = new Map(entered.map(({ id, ticketId }) => [ticketId, id]))
    const units = Array.from(listUnits(entries), ({ unitId, members, seats, weight, tags }) => {
      const [ticketId = ''] = members
      const applicationId = applicationOf.get(ticketId)
      if (applicationId === undefined) throw new Error(`Ticket ${ticketId} is in the entries and belongs to no application.`)
      return { drawId: draw.id, organizationId: draw.organizationId, unitId, applicationId, ticketId, seats, weight, tags: tags.join(',') }
    })
    await this.draws.insertUnits(manager, units)
    await manager.query('insert into seat_pools (event_id, organization_id, pool, seats, promised_seats) values ($1, $2, $3, $4, $4)', [
      draw.eventId,
      draw.organizationId,
      openPool,
      poolSeats,
    ])
  }

  /** Whoever takes part gets the commitment: so many witnesses can no organizer reach (protocol section 4). Whoever does not is told why. */
  async #tell(manager: EntityManager, event: Event, draw: Draw, { entered, unconfirmed }: FrozenList): Promise<void> {
    const facts = {
      total: draw.entryCount,
      commitment: draw.commitment,
      round: draw.round,
      roundTime: draw.roundAt.toISOString(),
      trialBeacon: draw.trialBeacon,
    }
    const taking = await this.letters.address(
      manager,
      event,
      entered.map(({ id }) => id),
    )
    await this.deliveries.queueMany(
      manager,
      taking.map((letter) => ({
        ...letter,
        template: 'entered' as const,
        params: { ...letter.params, ...facts },
        key: `entered:${draw.id}:${letter.applicationId}`,
      })),
    )
    const missing = await this.letters.address(manager, event, unconfirmed)
    await this.deliveries.queueMany(
      manager,
      missing.map((letter) => ({ ...letter, template: 'not-confirmed' as const, key: `not-confirmed:${draw.id}:${letter.applicationId}` })),
    )
  }
}

/** Whole seconds, rounded up: the round is never nearer than it should be. */
function unix(date: Date): number {
  return Math.ceil(date.getTime() / 1000)
}

function textOf(file: Uint8Array): string {
  return new TextDecoder().decode(file)
}
