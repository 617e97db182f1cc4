import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Role } from '#permissions'

/** Somebody's place in an organization. */
@Entity('memberships')
export class Membership {
  @PrimaryColumn('uuid')
  organizationId: string

  @PrimaryColumn('uuid')
  userId: string

  @Column('text')
  role: Role

  @Column('timestamptz')
  createdAt: Date
}
