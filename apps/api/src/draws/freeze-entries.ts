import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { canonicalJson, commitmentOf, type EntryList, type ExcludedList, type Manifest, openDraw, type SeedPlan } from '#draw'
import { Clock, newId, Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { freezesAt } from '#policy'
import { oneByOne } from '../jobs/index.js'
import { SeatsBeside } from '../picks/index.js'
import { BeaconClient } from './beacon/beacon-client.js'
import { Draw } from './draw.entity.js'
import { DrawAnnouncements } from './draw-announcements.js'
import { DrawLists } from './draw-lists.js'
import { DrawLog } from './draw-log.js'
import { DrawRepository } from './draw.repository.js'
import { drawRulesText } from './draw-rules.js'
import { DrawStates } from './draw-states.js'
import { type EntryPolicy, entryPolicyOf } from './entry-policy.js'
import { FrozenLists } from './frozen-lists.js'
import { DrawSecrets } from './secrets/draw-secrets.js'
import { seedPlan } from './secrets/seed-plan.js'
import { announcements } from './tell-applicants.js'

/** How long a commitment is public before secrets alone may decide, in seconds: as long as before a round. */
const publishedFor = 600

/** An event whose close has come. */
interface Closing {
  readonly event: Event
  readonly closesAt: Date
  readonly now: Date
  readonly policy: EntryPolicy
}

/** At the close: freezes the confirmed applications, and seals them in a commitment with a future round. Everybody is told afterwards. */
@Injectable()
export class FreezeEntries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly frozen: FrozenLists,
    private readonly lists: DrawLists,
    private readonly draws: DrawRepository,
    private readonly states: DrawStates,
    private readonly announcements: DrawAnnouncements,
    private readonly log: DrawLog,
    private readonly beside: SeatsBeside,
    private readonly beacon: BeaconClient,
    private readonly secrets: DrawSecrets,
  ) {}

  /** Freezes every event that is past its close; answers how many. */
  async runDue(now: Date): Promise<number> {
    return oneByOne(await this.draws.eventsToFreeze(now), (eventId) => this.transactions.run((manager) => this.#freeze(manager, eventId)))
  }

  async #freeze(manager: EntityManager, eventId: string): Promise<number> {
    const event = await this.events.lock(manager, eventId)
    const now = await this.clock.now(manager)
    const closesAt = freezesAt(event.policy, event.closesAt)
    if (closesAt === null || closesAt > now || event.cancelledAt !== null) return 0
    if ((await this.draws.latest(eventId, manager)) !== null) return 0

    const unused = await this.beside.take(manager, event)
    const closing: Closing = { event, closesAt, now, policy: entryPolicyOf(event) }
    const entries = await this.frozen.entries(manager, event, closing.policy, now)
    const excluded = await this.frozen.excluded(manager, event)
    const rules = await this.#rules(manager, event, closesAt)
    const { beacon, at } = await this.beacon.futureRound(unix(closesAt), unix(now))
    const seed = seedPlan(await this.secrets.randomnessOf(manager, event), beacon, at)
    const manifest = manifestOf(closing, rules, seed, entries, excluded)
    const drawableAt = seed.beacon === null ? unix(now) + publishedFor : at
    const draw = await this.#seal(manager, closing, manifest, rules, drawableAt, entries, excluded)
    await this.secrets.awaitFor(manager, draw, manifest)
    await this.#openPools(manager, draw, closing.policy)
    for (const name of announcements) await this.announcements.begin(manager, draw, name)
    this.states.remember(draw.id, openDraw(manifest, entries))
    if (unused > 0) await this.log.change(manager, eventId, async (log) => log.append(this.beside.free(event, unused)))
    return 1
  }

  async #seal(
    manager: EntityManager,
    { event, closesAt, now }: Closing,
    manifest: Manifest,
    rules: string,
    drawableAt: number,
    entries: EntryList,
    excluded: ExcludedList,
  ): Promise<Draw> {
    const commitment = commitmentOf(manifest)
    const draw: Draw = {
      id: newId(),
      organizationId: event.organizationId,
      eventId: event.id,
      number: manifest.draw,
      manifest: canonicalJson(manifest),
      commitment,
      rules,
      entryCount: entries.count,
      listBytes: entries.file.length + excluded.file.length,
      round: manifest.seed.beacon?.round ?? null,
      roundAt: new Date(drawableAt * 1000),
      closesAt,
      committedAt: now,
      trialBeacon: manifest.seed.beacon !== null && this.beacon.trial,
      holds: manifest.fill === 'hold',
      drawnAt: null,
      seed: null,
      orderHash: null,
      signature: null,
      seq: 0,
      head: commitment,
    }
    await manager.insert(Draw, draw)
    await this.lists.write(manager, draw, entries, excluded)
    return draw
  }

  async #rules(manager: EntityManager, event: Event, closesAt: Date): Promise<string> {
    const { name } = await this.events.organizationOf(manager, event)
    const questions = await this.events.questionsOf(manager, event.id, 'application')
    return drawRulesText({ event, organization: name, questions, trialBeacon: this.beacon.trial, closesAt })
  }

  async #openPools(manager: EntityManager, { eventId, organizationId }: Draw, { pools }: EntryPolicy): Promise<void> {
    await manager.query(
      `insert into seat_pools (event_id, organization_id, pool, seats, promised_seats)
       select $1, $2, pool, seats, seats from unnest($3::text[], $4::integer[]) as declared (pool, seats)`,
      [eventId, organizationId, pools.map(({ id }) => id), pools.map(({ seats }) => seats)],
    )
  }
}

function manifestOf(
  { event, closesAt, policy }: Closing,
  rules: string,
  seed: SeedPlan,
  entries: EntryList,
  excluded: ExcludedList,
): Manifest {
  return {
    v: 'tweetup-draw/1',
    event: event.id,
    draw: 1,
    prev: null,
    closesAt: unix(closesAt),
    rulesSha256: createHash('sha256').update(rules).digest('hex'),
    seats: policy.pools.reduce((sum, { seats }) => sum + seats, 0),
    ...policy.limits,
    fill: policy.fill,
    pools: policy.pools,
    spillTo: policy.spillTo,
    entries: { count: entries.count, members: entries.members, seats: entries.seats, root: entries.root },
    excluded: { count: excluded.count, root: excluded.root },
    seed,
  }
}

/** Whole seconds, rounded up: the round is never nearer than it should be. */
function unix(date: Date): number {
  return Math.ceil(date.getTime() / 1000)
}
