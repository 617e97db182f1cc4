import { Column, Entity, PrimaryColumn } from 'typeorm'

export type CheckInMethod = 'badge' | 'name'

/** That somebody was let in. */
@Entity('check_ins')
export class CheckIn {
  @PrimaryColumn('uuid')
  applicationId: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('timestamptz')
  at: Date

  @Column('uuid', { nullable: true })
  byUserId: string | null

  @Column('text')
  method: CheckInMethod
}
