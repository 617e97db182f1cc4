import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What one contributor to the seed of an event's draw has handed in. */
@Entity('contributor_secrets')
export class ContributorSecret {
  @PrimaryColumn('uuid')
  eventId: string

  /** Her id in the policy and in the manifest. */
  @PrimaryColumn('text')
  contributor: string

  @Column('uuid')
  organizationId: string

  /** Of her link; a new link ends the one before. */
  @Column('text', { nullable: true })
  tokenHash: string | null

  /** Binds her to a secret that nobody else knows yet (draw protocol section 1), hex. */
  @Column('text', { nullable: true })
  commit: string | null

  @Column('timestamptz', { nullable: true })
  committedAt: Date | null

  /** The draw that cannot be made without her secret. */
  @Column('uuid', { nullable: true })
  drawId: string | null

  /** Hex; known to nobody else before the draw. */
  @Column('text', { nullable: true, select: false })
  secret: string | null

  @Column('timestamptz', { nullable: true })
  revealedAt: Date | null
}
