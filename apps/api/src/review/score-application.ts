import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ReviewRule } from '#policy'
import { highestPoint, lowestPoint } from '#review'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { Conflict, type FieldError, Invalid, type Membership, NotFound } from '../http/index.js'
import { Review } from './review.entity.js'
import { ReviewRepository } from './review.repository.js'
import { openReview } from './review-window.js'

/** What a reviewer says of the application in her hands: points, or that she knows the person. Until the scores are final she can think again. */
@Injectable()
export class ScoreApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly reviews: ReviewRepository,
    private readonly audit: AuditLog,
  ) {}

  async score(member: Membership, eventId: string, reviewId: string, points: object, note: string): Promise<void> {
    await this.#change(member, eventId, reviewId, (review, rule) => {
      if (review.state === 'conflict') throw new Conflict('review:conflictDeclared')
      return { state: 'scored', points: readPoints(points, rule), note }
    })
  }

  /** The application goes to somebody else, and what she may have given it counts no more. It cannot be taken back: who knows a person, knows her. */
  async declareConflict(member: Membership, eventId: string, reviewId: string): Promise<void> {
    await this.#change(member, eventId, reviewId, () => ({ state: 'conflict', points: null, note: '' }))
  }

  async #change(
    member: Membership,
    eventId: string,
    reviewId: string,
    decide: (review: Review, rule: ReviewRule) => Pick<Review, 'state' | 'points' | 'note'>,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, member.organizationId, eventId)
      const now = await this.clock.now(manager)
      const rule = openReview(event, now)
      const review = await this.reviews.own(manager, eventId, member.userId, reviewId)
      if (review === null) throw new NotFound('review:notYours')
      const changes = decide(review, rule)
      await manager.update(Review, { id: review.id }, { ...changes, changedAt: now })
      await this.#record(manager, member, review, changes)
    })
  }

  async #record(
    manager: EntityManager,
    { userId }: Membership,
    { id, organizationId, eventId, state, points }: Review,
    after: Pick<Review, 'state' | 'points'>,
  ): Promise<void> {
    await this.audit.record(manager, {
      organizationId,
      eventId,
      userId,
      action: after.state === 'conflict' ? 'review.conflict' : 'review.scored',
      subject: id,
      before: { state, points },
      after: { state: after.state, points: after.points },
    })
  }
}

/** Points for every criterion and for nothing else. Throws Invalid and names each that is wrong. */
function readPoints(given: object, { criteria }: ReviewRule): Record<string, number> {
  const problems: FieldError[] = []
  const known = new Set(criteria.map(({ id }) => id))
  const values = new Map(Object.entries(given))
  for (const id of values.keys()) if (!known.has(id)) problems.push({ path: `points.${id}`, code: 'review:unknownCriterion' })
  for (const { id } of criteria)
    if (!isPoint(values.get(id)))
      problems.push({ path: `points.${id}`, code: 'review:points', values: { min: lowestPoint, max: highestPoint } })
  if (problems.length > 0) throw new Invalid(problems)
  return Object.fromEntries(criteria.map(({ id }) => [id, Number(values.get(id))]))
}

function isPoint(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= lowestPoint && value <= highestPoint
}
