import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The seat of one application that is given beside the draw. */
@Entity('picks')
export class Pick {
  @PrimaryColumn('uuid')
  applicationId: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  /** Published with how often it was used: a reason of the team's list, or `score`. */
  @Column('text')
  reason: string

  /** Null for a seat that a score has given. */
  @Column('uuid', { nullable: true })
  pickedBy: string | null

  @Column('timestamptz')
  pickedAt: Date
}
