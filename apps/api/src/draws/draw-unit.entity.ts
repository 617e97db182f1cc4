import { Column, Entity, PrimaryColumn } from 'typeorm'

export type UnitState = 'waiting' | 'placed' | 'out'

/** Where a unit stands that the log has named; a copy of what the log says, so that pages can ask for it. A unit without a row waits. */
@Entity('draw_units')
export class DrawUnit {
  @PrimaryColumn('uuid')
  drawId: string

  @PrimaryColumn('text')
  unitId: string

  @Column('uuid')
  organizationId: string

  /** Its line in the entries, from 0. */
  @Column('integer')
  unit: number

  /** Place in the draw order, from 1; null before the draw. */
  @Column('integer', { nullable: true })
  rank: number | null

  @Column('text')
  state: UnitState

  @Column('text', { nullable: true })
  pool: string | null

  @Column('integer')
  held: number
}
