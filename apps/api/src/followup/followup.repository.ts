import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { SurveyAnswer } from './survey-answer.entity.js'

/** An event whose guests are still to be thanked. */
export interface Unthanked {
  readonly eventId: string
  readonly organizationId: string
  readonly endsAt: Date
  readonly timeZone: string
}

/** Somebody who had a seat at the end. */
export interface Invited {
  readonly applicationId: string
  readonly came: boolean
}

export interface Followup {
  readonly thankedAt: Date
  readonly came: number
  readonly missed: number
}

@Injectable()
export class FollowupRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Ended between two times, not called off, and not thanked yet. */
  async unthanked(endedAfter: Date, endedBefore: Date): Promise<Unthanked[]> {
    return this.dataSource.query<Unthanked[]>(
      `select id as "eventId", organization_id as "organizationId", ends_at as "endsAt", time_zone as "timeZone" from events
       where published_at is not null and cancelled_at is null and ends_at > $1 and ends_at <= $2
         and not exists (select 1 from followups where event_id = events.id)
       order by ends_at`,
      [endedAfter, endedBefore],
    )
  }

  async invited(manager: EntityManager, eventId: string): Promise<Invited[]> {
    return manager.query<Invited[]>(
      `select invitations.application_id as "applicationId", check_ins.application_id is not null as came
       from invitations left join check_ins on check_ins.application_id = invitations.application_id
       where invitations.event_id = $1 and state = 'accepted' order by invitations.application_id`,
      [eventId],
    )
  }

  /** Answers false when somebody else has done it. */
  async insert(manager: EntityManager, { eventId, organizationId }: Unthanked, { thankedAt, came, missed }: Followup): Promise<boolean> {
    const rows = await manager.query<object[]>(
      `insert into followups (event_id, organization_id, thanked_at, came, missed) values ($1, $2, $3, $4, $5)
       on conflict (event_id) do nothing returning event_id`,
      [eventId, organizationId, thankedAt, came, missed],
    )
    return rows.length === 1
  }

  async find(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<Followup | null> {
    const [row] = await manager.query<Followup[]>('select thanked_at as "thankedAt", came, missed from followups where event_id = $1', [
      eventId,
    ])
    return row ?? null
  }

  async answerOf(applicationId: string, manager: EntityManager = this.dataSource.manager): Promise<SurveyAnswer | null> {
    return manager.findOneBy(SurveyAnswer, { applicationId })
  }

  /** One answer for each person: a second one takes the place of the first. */
  async keepAnswer(
    manager: EntityManager,
    { id, organizationId, eventId, applicationId, answers, submittedAt }: SurveyAnswer,
  ): Promise<void> {
    await manager.query(
      `insert into survey_answers (id, organization_id, event_id, application_id, answers, submitted_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (application_id) do update set answers = excluded.answers, submitted_at = excluded.submitted_at`,
      [id, organizationId, eventId, applicationId, JSON.stringify(answers), submittedAt],
    )
  }

  async answersOf(eventId: string): Promise<readonly SurveyAnswer[]> {
    return this.dataSource.manager.find(SurveyAnswer, { where: { eventId }, order: { submittedAt: 'ASC', id: 'ASC' } })
  }
}
