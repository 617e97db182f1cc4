import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Answer } from '#forms'

/** What one guest answered afterwards. */
@Entity('survey_answers')
export class SurveyAnswer {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('uuid')
  applicationId: string

  /** By question id. */
  @Column('jsonb')
  answers: Record<string, Answer>

  @Column('timestamptz')
  submittedAt: Date
}
