import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A browser in which somebody is signed in. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  tokenHash: string

  @Column('uuid')
  userId: string

  @Column('timestamptz')
  createdAt: Date

  @Column('timestamptz')
  lastSeenAt: Date

  /** However busy it is, a session ends here. */
  @Column('timestamptz')
  expiresAt: Date
}
