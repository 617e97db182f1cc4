import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One thing that happens during an event. */
@Entity('agenda_items')
export class AgendaItem {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('integer')
  position: number

  @Column('timestamptz')
  startsAt: Date

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null

  @Column('text')
  title: string

  @Column('text', { nullable: true })
  place: string | null

  @Column('text', { nullable: true })
  speaker: string | null

  @Column('text', { nullable: true })
  note: string | null
}
