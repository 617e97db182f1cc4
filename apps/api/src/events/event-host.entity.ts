import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A host of an event; the first signs its mails. */
@Entity('event_hosts')
export class EventHost {
  @PrimaryColumn('uuid')
  eventId: string

  @PrimaryColumn('uuid')
  hostId: string

  @Column('uuid')
  organizationId: string

  @Column('integer')
  position: number
}
