import { Column, Entity, PrimaryColumn } from 'typeorm'

/** People who apply together: all of them get a seat, or nobody. Who they are stands with their applications. */
@Entity('application_groups')
export class ApplicationGroup {
  @PrimaryColumn('uuid') id: string
  @Column('uuid') organizationId: string
  @Column('uuid') eventId: string
  @Column('bytea') tokenHash: Buffer
  /** One more whenever the link that was shared must stop working. */
  @Column('int') tokenEpoch: number
  @Column('timestamptz') createdAt: Date
}
