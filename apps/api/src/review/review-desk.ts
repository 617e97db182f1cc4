import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Answer, QuestionType } from '#forms'
import { percentOf, shareOf } from '#review'
import { type AnswerFile, AnswerFiles, Application, mailboxKey } from '../applications/index.js'
import { Clock } from '../database/index.js'
import { type Event, Events, type Question } from '../events/index.js'
import { type Membership, NotFound } from '../http/index.js'
import type { OwnReviewDto, ReviewDeskDto, ReviewedAnswerDto, ReviewTaskDto } from './dto/review-desk.dto.js'
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
    private readonly files: AnswerFiles,
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
  async task(member: Membership, eventId: string, reviewId: string): Promise<ReviewTaskDto> {
    const event = await this.events.byId(this.dataSource.manager, member.organizationId, eventId)
    return this.present(event, await this.#own(member, event, reviewId))
  }

  async present(event: Event, { id, applicationId, state, points, note }: Review): Promise<ReviewTaskDto> {
    const application = await this.dataSource.manager.findOneByOrFail(Application, { id: applicationId })
    const questions = await this.events.questionsOf(undefined, event.id, 'application')
    const isBlind = blind(event)
    const asksForFiles = !isBlind && questions.some(({ type }) => type === 'file')
    const files = asksForFiles ? await this.files.ofApplication(applicationId) : []
    const { name, handle } = application
    return {
      id,
      state,
      points,
      note,
      person: isBlind ? null : { name, handle },
      answers: questions.map((question) => presentAnswer(question, application.answers[question.id] ?? null, files, isBlind)),
    }
  }

  /** The file that answers a question of an application in her hands. Throws NotFound, for every one while the review is blind. */
  async file(member: Membership, eventId: string, reviewId: string, questionId: string): Promise<{ file: AnswerFile; bytes: Buffer }> {
    const event = await this.events.byId(this.dataSource.manager, member.organizationId, eventId)
    const { applicationId } = await this.#own(member, event, reviewId)
    const asked = (await this.events.questionsOf(undefined, event.id, 'application')).some(
      ({ id, type }) => id === questionId && type === 'file',
    )
    const { answers } = await this.dataSource.manager.findOneByOrFail(Application, { id: applicationId })
    const answer = asked ? answers[questionId] : undefined
    if (typeof answer !== 'string') throw new NotFound()
    if (blind(event)) throw new NotFound('review:notBlind')
    return this.files.read(applicationId, answer)
  }

  async #own({ userId }: Membership, event: Event, reviewId: string): Promise<Review> {
    const review = await this.reviews.own(this.dataSource.manager, event.id, userId, reviewId)
    if (review === null) throw new NotFound('review:notYours')
    return review
  }

  async #left({ id, policy: { review } }: Event, userId: string): Promise<number> {
    const [user] = await this.dataSource.query<{ email: string }[]>('select email from users where id = $1', [userId])
    return this.reviews.leftFor(id, userId, mailboxKey(user?.email ?? ''), review?.reviewsEach ?? 0)
  }
}

function blind({ policy: { review } }: Event): boolean {
  return review?.blind !== false
}

/** What the published rule keeps from a blind review: no names, handles or pictures. A PDF may name its author where nobody looks. */
const unblinding: readonly QuestionType[] = ['handle', 'file']

function presentAnswer(
  { id: questionId, label, type }: Question,
  answer: Answer | null,
  files: readonly AnswerFile[],
  isBlind: boolean,
): ReviewedAnswerDto {
  const asked = { questionId, label, type }
  if (isBlind && unblinding.includes(type)) return { ...asked, answer: null, file: null, hidden: answer !== null }
  if (type !== 'file') return { ...asked, answer, file: null, hidden: false }
  const file = files.find(({ id }) => id === answer)
  return { ...asked, answer: null, file: file ? { kind: file.kind, name: file.name } : null, hidden: false }
}

function presentOwn({ id, state, points, changedAt }: Review, number: number, { policy: { review } }: Event): OwnReviewDto {
  const percent = points === null || review === null ? null : Math.round(percentOf(shareOf({ points }, review.criteria)))
  return { id, number, state, percent, changedAt: changedAt.toISOString() }
}
