import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type PageSubject, PersonalPageFacts, type SomeFacts } from '../applications/index.js'
import { pickTokens } from './pick-tokens.js'

/** Tells somebody of her seat beside the draw: once the list is frozen, for until then the team may think again. */
@Injectable()
export class SupplyPickFacts implements OnModuleInit {
  constructor(private readonly personalPages: PersonalPageFacts) {}

  onModuleInit(): void {
    this.personalPages.register((manager, subject) => this.#ofPerson(manager, subject))
  }

  async #ofPerson(manager: EntityManager, { application }: PageSubject): Promise<SomeFacts> {
    const [pick] = await manager.query<{ reason: string }[]>(
      `select reason from picks where application_id = $1 and exists (select from draws where draws.event_id = picks.event_id)`,
      [application.id],
    )
    return pick ? { beside: pick.reason === pickTokens.score ? 'score' : 'picked' } : {}
  }
}
