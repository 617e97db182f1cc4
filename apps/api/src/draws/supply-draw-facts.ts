import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type PageSubject, PersonalPageFacts, type SomeFacts } from '../applications/index.js'
import { type DrawFacts, EventFacts } from '../events/index.js'
import { Draw } from './draw.entity.js'
import { DrawRepository } from './draw.repository.js'
import { DrawUnit } from './draw-unit.entity.js'

/** Tells the event's page and the personal page what they show of a draw. */
@Injectable()
export class SupplyDrawFacts implements OnModuleInit {
  constructor(
    private readonly draws: DrawRepository,
    private readonly events: EventFacts,
    private readonly personalPages: PersonalPageFacts,
  ) {}

  onModuleInit(): void {
    this.events.supplyDraws((manager, eventIds) => this.#ofEvents(manager, eventIds))
    this.personalPages.register((manager, subject) => this.#ofPerson(manager, subject))
  }

  async #ofEvents(manager: EntityManager, eventIds: readonly string[]): Promise<ReadonlyMap<string, DrawFacts>> {
    const draws = await manager.find(Draw, { where: { eventId: In([...eventIds]) }, order: { number: 'ASC' } })
    return new Map(draws.map((draw) => [draw.eventId, factsOf(draw)]))
  }

  async #ofPerson(manager: EntityManager, { application, event }: PageSubject): Promise<SomeFacts> {
    const draw = await this.draws.latest(event.id, manager)
    if (draw === null) return {}
    const unit = await manager.findOneBy(DrawUnit, { drawId: draw.id, applicationId: application.id })
    const { committedAt, commitment, roundAt, entryCount, drawnAt } = draw
    return { draw: { committedAt, commitment, roundTime: roundAt, entered: unit !== null, total: entryCount, rank: unit?.rank ?? null, drawnAt } }
  }
}

function factsOf({ drawnAt, round, roundAt, trialBeacon, entryCount }: Draw): DrawFacts {
  return { state: drawnAt === null ? 'committed' : 'drawn', round, roundTime: roundAt, trialBeacon, applications: entryCount, drawnAt }
}
