import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { percentOf, shareOf } from '#review'
import { Application, mailboxKey } from '../applications/index.js'
import { Clock } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { type Membership, NotFound } from '../http/index.js'
import type { OwnReviewDto, ReviewDeskDto, ReviewTaskDto } from './dto/review-desk.dto.js'
import type { Review } from './review.entity.js'
import { ReviewRepository } from './review.repository.js'
import { reviewPhase } from './review-window.js'

/** What a reviewer sees. Of a blind review that is answers only: no name, handle, address or ticket, and no id that leads to one. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly reviews: ReviewRepository,
  ) {}

  async show({ organizationId, userId }: Membership, eventId: string): Promise<ReviewDeskDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const { review } = event.policy
    const phase = reviewPhase(event, await this.clock.now())
    if (review === null)
      return { phase, until: null, blind: true, reviewsEach: 0, criteria: [], mine: { scored: 0, conflicts: 0, left: 0 }, own: [] }
    const own = await this.reviews.ofReviewer(eventId, userId)
    const count = (state: Review['state']) => own.filter((one) => one.state === state).length
    return {
      phase,
      until: review.until,
      blind: review.blind,
      reviewsEach: review.reviewsEach,
      criteria: review.criteria.map(({ id, label, weight }) => ({ id, label, weight })),
      mine: { scored: count('scored'), conflicts: count('conflict'), left: await this.#left(event, userId) },
      own: own.filter(({ state }) => state !== 'open').map((one, index) => presentOwn(one, index + 1, event)),
    }
  }

  /** One review of hers, to read and to score again. Throws NotFound for those of others. */
  async task({ organizationId, userId }: Membership, eventId: string, reviewId: string): Promise<ReviewTaskDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const review = await this.reviews.own(this.dataSource.manager, eventId, userId, reviewId)
    if (review === null) throw new NotFound('review:notYours')
    return this.present(event, review)
  }

  async present(event: Event, { id, applicationId, state, points, note }: Review): Promise<ReviewTaskDto> {
    const application = await this.dataSource.manager.findOneByOrFail(Application, { id: applicationId })
    const questions = await this.events.questionsOf(undefined, event.id, 'application')
    const { name, handle } = application
    return {
      id,
      state,
      points,
      note,
      person: event.policy.review?.blind === false ? { name, handle } : null,
      answers: questions.map((question) => ({
        questionId: question.id,
        label: question.label,
        type: question.type,
        answer: application.answers[question.id] ?? null,
      })),
    }
  }

  async #left({ id, policy: { review } }: Event, userId: string): Promise<number> {
    const [user] = await this.dataSource.query<{ email: string }[]>('select email from users where id = $1', [userId])
    return this.reviews.leftFor(id, userId, mailboxKey(user?.email ?? ''), review?.reviewsEach ?? 0)
  }
}

function presentOwn({ id, state, points, changedAt }: Review, number: number, { policy: { review } }: Event): OwnReviewDto {
  const percent = points === null || review === null ? null : Math.round(percentOf(shareOf({ points }, review.criteria)))
  return { id, number, state, percent, changedAt: changedAt.toISOString() }
}
