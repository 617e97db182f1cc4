import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type BesideFact, type PageSubject, PersonalPageFacts, type SomeFacts } from '../applications/index.js'

/** Tells somebody whom the scores have kept out of the draw, and only her. Her score and what reviewers wrote stay with the team. */
@Injectable()
export class SupplyReviewFacts implements OnModuleInit {
  constructor(private readonly personalPages: PersonalPageFacts) {}

  onModuleInit(): void {
    this.personalPages.register((manager, subject) => this.#ofPerson(manager, subject))
  }

  async #ofPerson(manager: EntityManager, { application, event }: PageSubject): Promise<SomeFacts> {
    if (event.policy.review === null) return {}
    const [row] = await manager.query<{ outcome: BesideFact }[]>(
      `select outcome from review_outcomes where application_id = $1 and outcome in ('below-threshold', 'not-reviewed')`,
      [application.id],
    )
    return row ? { beside: row.outcome } : {}
  }
}
