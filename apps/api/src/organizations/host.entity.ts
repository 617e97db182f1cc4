import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A person who speaks for the organization and signs its mails. */
@Entity('hosts')
export class Host {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('text')
  name: string

  @Column('text')
  roleTitle: string

  @Column('uuid', { nullable: true })
  photoFileId: string | null

  @Column('text', { nullable: true })
  handle: string | null

  /** The address that answers to her mails go to. */
  @Column('text')
  replyTo: string

  /** Archived hosts stay on the events that they hosted and can be given no new ones. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null

  @Column('timestamptz')
  createdAt: Date
}
