import { Column, Entity, PrimaryColumn } from 'typeorm'

export const reviewStates = ['open', 'scored', 'conflict'] as const
export type ReviewState = (typeof reviewStates)[number]

/** One application in the hands of one reviewer. Its id is all that she learns of whose it is. */
@Entity('reviews')
export class Review {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('uuid')
  applicationId: string

  @Column('uuid')
  reviewerId: string

  @Column('text')
  state: ReviewState

  /** 1 to 5 by the id of the criterion. */
  @Column('jsonb', { nullable: true })
  points: Record<string, number> | null

  @Column('text')
  note: string

  @Column('timestamptz')
  givenAt: Date

  @Column('timestamptz')
  changedAt: Date
}
