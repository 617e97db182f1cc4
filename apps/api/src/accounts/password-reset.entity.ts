import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A link, mailed to its owner, with which a new password can be set once. */
@Entity('password_resets')
export class PasswordReset {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  userId: string

  @Column('text')
  tokenHash: string

  @Column('timestamptz')
  createdAt: Date

  @Column('timestamptz')
  expiresAt: Date

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null
}
