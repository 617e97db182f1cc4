import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { mailboxKey } from '../applications/index.js'
import { Clock, newId, Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import type { Membership } from '../http/index.js'
import { Review } from './review.entity.js'
import { ReviewRepository } from './review.repository.js'
import { openReview } from './review-window.js'

/** Whoever keeps an application longer than this without a score leaves it to others. */
const keptMs = 24 * 3_600_000

/** Hands a reviewer the next application: what she has in hand, else one that nobody else should read first. */
@Injectable()
export class GiveApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly reviews: ReviewRepository,
  ) {}

  /** Her review of it, or null when nothing is left for her. The event's row is locked, so that two who ask at once get different ones. */
  async next({ organizationId, userId }: Membership, eventId: string): Promise<Review | null> {
    return this.transactions.run(async (manager) => {
      await this.events.byId(manager, organizationId, eventId)
      const event = await this.events.lock(manager, eventId)
      const now = await this.clock.now(manager)
      const { reviewsEach } = openReview(event, now)
      const inHand = await this.reviews.openOf(manager, eventId, userId)
      if (inHand !== null) return inHand
      await this.reviews.dropStale(manager, eventId, new Date(now.getTime() - keptMs))
      const applicationId = await this.reviews.pickFor(manager, eventId, { userId, email: await this.#email(manager, userId) }, reviewsEach)
      if (applicationId === null) return null
      const review: Review = {
        id: newId(),
        organizationId,
        eventId,
        applicationId,
        reviewerId: userId,
        state: 'open',
        points: null,
        note: '',
        givenAt: now,
        changedAt: now,
      }
      await manager.insert(Review, review)
      return review
    })
  }

  async #email(manager: EntityManager, userId: string): Promise<string> {
    const [user] = await manager.query<{ email: string }[]>('select email from users where id = $1', [userId])
    return mailboxKey(user?.email ?? '')
  }
}
