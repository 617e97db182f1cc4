import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One line of a draw's public log. */
@Entity('draw_events')
export class DrawEvent {
  @PrimaryColumn('uuid')
  drawId: string

  @PrimaryColumn('integer')
  seq: number

  @Column('uuid')
  organizationId: string

  /** Canonical bytes of the event. */
  @Column('text')
  event: string

  @Column('text')
  hash: string
}
