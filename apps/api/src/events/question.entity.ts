import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { QuestionSettings, QuestionType, ShowIf } from '#forms'

export const forms = ['application', 'survey'] as const
export type Form = (typeof forms)[number]

/** One field of an event's application form or of the survey after it. */
@Entity('questions')
export class Question {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('text')
  form: Form

  @Column('integer')
  position: number

  @Column('text')
  type: QuestionType

  @Column('text')
  label: string

  @Column('text', { nullable: true })
  help: string | null

  @Column('boolean')
  required: boolean

  /** What a choice offers. */
  @Column('jsonb')
  options: string[]

  /** The most characters of an answer. */
  @Column('integer')
  maxLength: number

  @Column('jsonb')
  settings: QuestionSettings

  @Column('jsonb', { nullable: true })
  showIf: ShowIf | null

  /** When it was taken out of the form; it is kept for the answers that it had. */
  @Column('timestamptz', { nullable: true })
  removedAt: Date | null
}
