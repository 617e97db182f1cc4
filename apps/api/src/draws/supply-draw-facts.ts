import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type DrawFacts as PersonalDrawFacts, type PageSubject, PersonalPageFacts, type SomeFacts } from '../applications/index.js'
import { type DrawFacts, EventFacts } from '../events/index.js'
import { BeaconClient } from './beacon/beacon-client.js'
import { Draw } from './draw.entity.js'

const toCome = { state: 'none', round: null, roundTime: null, applications: null, drawnAt: null } as const

/** Tells the event's page and the personal page what they show of a draw. */
@Injectable()
export class SupplyDrawFacts implements OnModuleInit {
  constructor(
    private readonly events: EventFacts,
    private readonly personalPages: PersonalPageFacts,
    private readonly beacon: BeaconClient,
  ) {}

  onModuleInit(): void {
    this.events.supplyDraws((manager, eventIds) => this.#ofEvents(manager, eventIds))
    this.personalPages.register((manager, subject) => this.#ofPerson(manager, subject))
  }

  async #ofEvents(manager: EntityManager, eventIds: readonly string[]): Promise<ReadonlyMap<string, DrawFacts>> {
    const draws = await manager.find(Draw, { where: { eventId: In([...eventIds]) }, order: { number: 'ASC' } })
    const known = new Map(draws.map((draw) => [draw.eventId, factsOf(draw)]))
    // Which beacon it will be is said before there is anything to see.
    return new Map(eventIds.map((id) => [id, known.get(id) ?? { ...toCome, trialBeacon: this.beacon.trial }]))
  }

  async #ofPerson(manager: EntityManager, { application, event }: PageSubject): Promise<SomeFacts> {
    const [draw] = await manager.query<PersonalDrawFacts[]>(
      `select committed_at as "committedAt", commitment, round_at as "roundTime", entry_count as total, drawn_at as "drawnAt",
         draw.unit is not null as entered,
         coalesce(moved.state = 'out', false) or exists (select from draw_leavers where draw_id = draw.id and application_id = $3) as out,
         draw_rank_of_unit(id, draw.unit) as rank, draw_lots_of_unit(id, draw.unit) as lots
       from (select *, draw_unit_of_ticket(id, $2) as unit from draws where event_id = $1 order by number desc limit 1) as draw
         left join draw_units moved on moved.draw_id = draw.id and moved.unit = draw.unit`,
      [event.id, application.ticketId, application.id],
    )
    return draw ? { draw } : {}
  }
}

function factsOf({ drawnAt, round, roundAt, trialBeacon, entryCount }: Draw): DrawFacts {
  return { state: drawnAt === null ? 'committed' : 'drawn', round, roundTime: roundAt, trialBeacon, applications: entryCount, drawnAt }
}
