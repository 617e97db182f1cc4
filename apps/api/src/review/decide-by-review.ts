import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ReviewOutcome, reviewOutcomes, scoresOf, type Share } from '#review'
import type { Event } from '../events/index.js'
import { SeatsBeside } from '../picks/index.js'
import { ReviewRepository } from './review.repository.js'

const rowsPerInsert = 5000

/** At the freeze the scores decide: who has a seat beside the draw, who takes part in it, and who in neither. */
@Injectable()
export class DecideByReview implements OnModuleInit {
  constructor(
    private readonly seats: SeatsBeside,
    private readonly reviews: ReviewRepository,
  ) {}

  onModuleInit(): void {
    this.seats.useReview((manager, event) => this.#decide(manager, event))
  }

  async #decide(manager: EntityManager, event: Event): Promise<readonly string[]> {
    const { review } = event.policy
    if (review === null) return []
    const scores = scoresOf(await this.reviews.scored(event.id, manager), review.criteria)
    const outcomes = reviewOutcomes(await this.reviews.takingPart(event.id, manager), scores, review.outcome)
    await this.#keep(manager, event, outcomes, scores)
    return [...outcomes].filter(([, outcome]) => outcome === 'seat').map(([id]) => id)
  }

  async #keep(
    manager: EntityManager,
    { id: eventId, organizationId }: Event,
    outcomes: ReadonlyMap<string, ReviewOutcome>,
    scores: ReadonlyMap<string, Share>,
  ): Promise<void> {
    const rows = [...outcomes].map(([id, outcome]) => ({ id, outcome, score: scores.get(id) }))
    for (let start = 0; start < rows.length; start += rowsPerInsert) {
      const some = rows.slice(start, start + rowsPerInsert)
      await manager.query(
        `insert into review_outcomes (event_id, organization_id, application_id, outcome, score_part, score_of)
         select $1, $2, * from unnest($3::uuid[], $4::text[], $5::int[], $6::int[])`,
        [
          eventId,
          organizationId,
          some.map(({ id }) => id),
          some.map(({ outcome }) => outcome),
          some.map(({ score }) => score?.part ?? null),
          some.map(({ score }) => score?.of ?? null),
        ],
      )
    }
  }
}
