import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { lacksProofInSql } from '../applications/index.js'
import type { Scored } from '#review'
import { Review } from './review.entity.js'

/** Applications of the event `$1` that take part: confirmed, with a proven account where one is asked for, not withdrawn, not set aside, without a seat beside the draw. */
const takingPart = `applications.event_id = $1 and shadow_of is null and confirmed_at is not null and withdrawn_at is null and set_aside_at is null
  and not ${lacksProofInSql} and not exists (select from picks where picks.application_id = applications.id and picked_by is not null)`

/** How often the applications of an event have been read. */
export interface ReviewTotals {
  readonly applications: number
  /** How many scores there could be: each application by as many reviewers as the rule says. */
  readonly needed: number
  /** Scores that count towards these. */
  readonly scored: number
}

interface Counts {
  readonly applications: number
  readonly scored: number
}

@Injectable()
export class ReviewRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The application that this reviewer should read next: the one with the fewest readers, in an order of her own; never her own. */
  async pickFor(
    manager: EntityManager,
    eventId: string,
    { userId, email }: { readonly userId: string; readonly email: string },
    reviewsEach: number,
  ): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `select applications.id from applications
       left join reviews on reviews.application_id = applications.id
       where ${takingPart} and email_key <> $3
       group by applications.id
       having not coalesce(bool_or(reviewer_id = $2), false) and count(*) filter (where state <> 'conflict') < $4
       order by count(*) filter (where state <> 'conflict'), md5(applications.id::text || $2::text)
       limit 1`,
      [eventId, userId, email, reviewsEach],
    )
    return row?.id ?? null
  }

  /** How many applications could still be given to this reviewer. */
  async leftFor(eventId: string, userId: string, email: string, reviewsEach: number): Promise<number> {
    const [row] = await this.dataSource.query<{ left: number }[]>(
      `select count(*)::int as "left" from applications
       where ${takingPart} and email_key <> $3
         and not exists (select from reviews where application_id = applications.id and reviewer_id = $2 and state <> 'open')
         and (select count(*) from reviews where application_id = applications.id and state <> 'conflict' and reviewer_id <> $2) < $4`,
      [eventId, userId, email, reviewsEach],
    )
    return row?.left ?? 0
  }

  async totals(eventId: string, reviewsEach: number): Promise<ReviewTotals> {
    const [row] = await this.dataSource.query<Counts[]>(
      `select count(*)::int as applications, coalesce(sum(least(given, $2)), 0)::int as scored from (
         select (select count(*) from reviews where application_id = applications.id and state = 'scored') as given
         from applications where ${takingPart}
       ) read`,
      [eventId, reviewsEach],
    )
    const { applications = 0, scored = 0 } = row ?? {}
    return { applications, needed: applications * reviewsEach, scored }
  }

  /** Every score of applications that take part; scores of whoever knows the person are none. */
  async scored(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<Scored[]> {
    const rows = await manager.query<{ application_id: string; reviewer_id: string; points: Record<string, number> }[]>(
      `select application_id, reviewer_id, points from reviews join applications on applications.id = reviews.application_id
       where ${takingPart} and state = 'scored' order by application_id, reviewer_id`,
      [eventId],
    )
    return rows.map((row) => ({ applicationId: row.application_id, reviewerId: row.reviewer_id, points: row.points }))
  }

  async takingPart(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(`select id from applications where ${takingPart} order by id`, [eventId])
    return rows.map(({ id }) => id)
  }

  /** What this reviewer has in hand, if its application still takes part. */
  async openOf(manager: EntityManager, eventId: string, reviewerId: string): Promise<Review | null> {
    await manager.query(
      `delete from reviews where event_id = $1 and reviewer_id = $2 and state = 'open'
         and application_id not in (select id from applications where ${takingPart})`,
      [eventId, reviewerId],
    )
    return manager.findOneBy(Review, { eventId, reviewerId, state: 'open' })
  }

  /** What others took in hand and left there goes to whoever reads on. */
  async dropStale(manager: EntityManager, eventId: string, before: Date): Promise<void> {
    await manager.query(`delete from reviews where event_id = $1 and state = 'open' and given_at < $2`, [eventId, before])
  }

  /** A review of this reviewer, and of nobody else. */
  async own(manager: EntityManager, eventId: string, reviewerId: string, id: string): Promise<Review | null> {
    return manager.findOneBy(Review, { id, eventId, reviewerId })
  }

  async ofReviewer(eventId: string, reviewerId: string): Promise<Review[]> {
    return this.dataSource.manager.find(Review, { where: { eventId, reviewerId }, order: { givenAt: 'ASC', id: 'ASC' } })
  }
}
