import { Column, Entity, PrimaryColumn } from 'typeorm'

export const invitationStates = ['pending', 'accepted', 'declined', 'lapsed', 'revoked'] as const
export type InvitationState = (typeof invitationStates)[number]

/** The offer of a seat to whoever the fill rule named. */
@Entity('invitations')
export class Invitation {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('uuid')
  drawId: string

  /** Its line of the entries; null for a seat beside the draw. */
  @Column('text', { nullable: true })
  unitId: string | null

  @Column('uuid')
  applicationId: string

  @Column('text')
  pool: string

  @Column('integer')
  seats: number

  @Column('text')
  state: InvitationState

  @Column('timestamptz')
  deadline: Date

  @Column('timestamptz')
  invitedAt: Date

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null

  /** When an accepted seat was given back. */
  @Column('timestamptz', { nullable: true })
  returnedAt: Date | null

  @Column('uuid', { nullable: true })
  revokedBy: string | null

  /** Published token of why it was revoked. */
  @Column('text', { nullable: true })
  reason: string | null
}
