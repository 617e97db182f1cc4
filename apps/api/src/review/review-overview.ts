import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ticketNumber } from '#draw'
import type { ReviewRule } from '#policy'
import {
  adjustedScores,
  calibrationOf,
  cutOf,
  disagreements,
  percentOf,
  type ReviewOutcome,
  reviewOutcomes,
  type Scored,
  scoresOf,
  type Share,
} from '#review'
import { Clock } from '../database/index.js'
import { Events } from '../events/index.js'
import type { DisagreementDto, OutcomeCountsDto, ReviewerDto, ReviewOverviewDto, ScoreBucketDto } from './dto/review-overview.dto.js'
import { ReviewRepository } from './review.repository.js'
import { reviewPhase } from './review-window.js'

const shownDisagreements = 20
const bucketWidth = 5
const lowestBucket = 20
const highestBucket = 100

interface ReviewerRow {
  readonly id: string
  readonly name: string
  readonly scored: number
  readonly conflicts: number
}

/** Progress, disagreement and calibration, and what the scores would decide now. */
@Injectable()
export class ReviewOverview {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly reviews: ReviewRepository,
  ) {}

  async show(organizationId: string, eventId: string): Promise<ReviewOverviewDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const phase = reviewPhase(event, await this.clock.now())
    const { review } = event.policy
    if (review === null) return { ...nothing, phase }
    const { criteria, outcome, reviewsEach, until } = review
    const scored = await this.reviews.scored(eventId)
    const ids = await this.reviews.takingPart(eventId)
    const scores = scoresOf(scored, criteria)
    const cut = outcome.kind === 'top' ? cutOf(ids, scores, outcome.seats) : null
    const outcomes = reviewOutcomes(ids, scores, outcome)
    return {
      phase,
      until,
      outcome: outcome.kind,
      seats: outcome.kind === 'top' ? outcome.seats : null,
      totals: await this.reviews.totals(eventId, reviewsEach),
      reviewers: await this.#reviewers(organizationId, eventId, scored, review),
      disagreements: await this.#disagreements(scored, review),
      distribution: distributionOf([...scores.values()]),
      line: outcome.kind === 'threshold' ? outcome.percent : cut && percentOf(cut),
      now: countOutcomes([...outcomes.values()]),
      adjustedChanges: changesBy(outcomes, reviewOutcomes(ids, asShares(adjustedScores(scored, criteria)), outcome)),
    }
  }

  /** Reviewers of the organization, and whoever else has scored. */
  async #reviewers(organizationId: string, eventId: string, scored: readonly Scored[], { criteria }: ReviewRule): Promise<ReviewerDto[]> {
    const rows = await this.dataSource.query<ReviewerRow[]>(
      `select users.id, users.name, count(reviews.id) filter (where state = 'scored')::int as scored,
         count(reviews.id) filter (where state = 'conflict')::int as conflicts
       from users left join reviews on reviews.reviewer_id = users.id and reviews.event_id = $2
       where reviews.id is not null or exists (
         select from memberships where memberships.user_id = users.id and memberships.organization_id = $1 and role = 'reviewer')
       group by users.id, users.name order by scored desc, users.name, users.id`,
      [organizationId, eventId],
    )
    const calibration = new Map(calibrationOf(scored, criteria).map((one) => [one.reviewerId, one]))
    return rows.map(({ id, name, scored: count, conflicts }) => {
      const { mean = null, spread = null, difference = null } = calibration.get(id) ?? {}
      return { userId: id, name, scored: count, conflicts, mean, spread, difference }
    })
  }

  async #disagreements(scored: readonly Scored[], { criteria }: ReviewRule): Promise<DisagreementDto[]> {
    const widest = disagreements(scored, criteria)
      .filter(({ lowest, highest }) => highest > lowest)
      .slice(0, shownDisagreements)
    const rows = await this.dataSource.query<{ id: string; ticket_id: string }[]>(
      'select id, ticket_id from applications where id = any($1::uuid[])',
      [widest.map(({ applicationId }) => applicationId)],
    )
    const tickets = new Map(rows.map(({ id, ticket_id }) => [id, ticketNumber(ticket_id)]))
    return widest.map((one) => ({ ...one, ticketNumber: tickets.get(one.applicationId) ?? '' }))
  }
}

const nothing: Omit<ReviewOverviewDto, 'phase'> = {
  until: null,
  outcome: null,
  seats: null,
  totals: { applications: 0, needed: 0, scored: 0 },
  reviewers: [],
  disagreements: [],
  distribution: [],
  line: null,
  now: { seat: 0, draw: 0, belowThreshold: 0, notReviewed: 0 },
  adjustedChanges: 0,
}

/** From the lowest possible score to the highest, so that a picture of it has its ends. */
function distributionOf(scores: readonly Share[]): ScoreBucketDto[] {
  const counts = new Map<number, number>()
  for (const score of scores) {
    const bucket = Math.floor((percentOf(score) + 1e-9) / bucketWidth) * bucketWidth
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  }
  const buckets = (highestBucket - lowestBucket) / bucketWidth + 1
  return Array.from({ length: buckets }, (_, index) => {
    const from = lowestBucket + index * bucketWidth
    return { from, count: counts.get(from) ?? 0 }
  })
}

function countOutcomes(outcomes: readonly ReviewOutcome[]): OutcomeCountsDto {
  const count = (outcome: ReviewOutcome) => outcomes.filter((one) => one === outcome).length
  return { seat: count('seat'), draw: count('draw'), belowThreshold: count('below-threshold'), notReviewed: count('not-reviewed') }
}

function changesBy(plain: ReadonlyMap<string, ReviewOutcome>, adjusted: ReadonlyMap<string, ReviewOutcome>): number {
  return [...plain].filter(([id, outcome]) => adjusted.get(id) !== outcome).length
}

/** Adjusted scores are not exact; to a millionth of a percent is near enough for a hint. */
function asShares(percents: ReadonlyMap<string, number>): ReadonlyMap<string, Share> {
  return new Map([...percents].map(([id, percent]) => [id, { part: Math.round(percent * 1e6), of: 1e8 }]))
}
