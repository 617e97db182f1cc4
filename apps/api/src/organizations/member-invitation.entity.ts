import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Role } from '#permissions'

/** A colleague is asked, by mail, to join an organization. */
@Entity('member_invitations')
export class MemberInvitation {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  /** In canonical form. */
  @Column('text')
  email: string

  @Column('text')
  role: Role

  @Column('text')
  tokenHash: string

  @Column('uuid')
  invitedBy: string

  @Column('timestamptz')
  createdAt: Date

  @Column('timestamptz')
  expiresAt: Date

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null
}
