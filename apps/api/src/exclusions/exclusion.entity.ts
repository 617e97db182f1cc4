import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ExclusionReason } from '../invitations/index.js'

export const exclusionStates = ['open', 'approved', 'rejected', 'ended', 'reinstated'] as const
export type ExclusionState = (typeof exclusionStates)[number]

export const appealStates = ['open', 'granted', 'refused', 'ended'] as const
export type AppealState = (typeof appealStates)[number]

/** Why a request or an appeal needs no decision any more. */
export const endings = ['taken-back', 'left', 'arrived', 'event-began', 'cancelled'] as const
export type Ending = (typeof endings)[number]

/** The wish of one member to take a ticket out of the draw, what another said to it, and the appeal of whoever was excluded. */
@Entity('exclusions')
export class Exclusion {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('uuid')
  drawId: string

  @Column('text')
  unitId: string

  @Column('uuid')
  applicationId: string

  @Column('text')
  reason: ExclusionReason

  /** What the person is told beside the reason. */
  @Column('text', { nullable: true })
  note: string | null

  @Column('uuid')
  askedBy: string

  @Column('timestamptz')
  askedAt: Date

  @Column('text')
  state: ExclusionState

  @Column('uuid', { nullable: true })
  decidedBy: string | null

  /** Also when it ended without a decision. */
  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null

  @Column('text', { nullable: true })
  endedBecause: Ending | null

  @Column('text', { nullable: true })
  appeal: string | null

  @Column('timestamptz', { nullable: true })
  appealedAt: Date | null

  @Column('text', { nullable: true })
  appealState: AppealState | null

  @Column('uuid', { nullable: true })
  appealDecidedBy: string | null

  @Column('timestamptz', { nullable: true })
  appealDecidedAt: Date | null

  @Column('text', { nullable: true })
  appealAnswer: string | null
}
