import { Column, Entity, PrimaryColumn } from 'typeorm'

export type UnitState = 'waiting' | 'placed' | 'out'

/** One line of the entries with where it stands; a copy of what the log says, so that pages can ask for it. */
@Entity('draw_units')
export class DrawUnit {
  @PrimaryColumn('uuid')
  drawId: string

  @PrimaryColumn('text')
  unitId: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  applicationId: string

  @Column('text')
  ticketId: string

  @Column('integer')
  seats: number

  @Column('integer')
  weight: number

  @Column('text')
  tags: string

  /** Place in the draw order, from 1. */
  @Column('integer', { nullable: true })
  rank: number | null

  @Column('text')
  state: UnitState

  @Column('text', { nullable: true })
  pool: string | null

  @Column('integer')
  held: number
}
