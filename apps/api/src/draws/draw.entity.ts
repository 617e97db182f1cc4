import { Column, Entity, PrimaryColumn } from 'typeorm'

const wholeNumber = {
  from: (value: string | number | null) => (value === null ? null : Number(value)),
  to: (value: number | null) => value,
}

/** One draw of an event: what was committed to at the close and, once its round is out, what it gave. */
@Entity('draws')
export class Draw {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('integer')
  number: number

  /** Canonical bytes of the manifest. */
  @Column('text')
  manifest: string

  @Column('text')
  commitment: string

  /** The rules as the public read them; the manifest holds their hash. */
  @Column('text', { select: false })
  rules: string

  /** Number of units: lines of the entries. */
  @Column('integer')
  entryCount: number

  /** Bytes of entries.txt and excluded.txt together. */
  @Column('bigint', { transformer: wholeNumber })
  listBytes: number

  /** Null when no beacon decides. */
  @Column('bigint', { nullable: true, transformer: wholeNumber })
  round: number | null

  /** When the round comes out; without one, when the secrets may be used at the earliest. */
  @Column('timestamptz')
  roundAt: Date

  @Column('timestamptz')
  closesAt: Date

  @Column('timestamptz')
  committedAt: Date

  @Column('boolean')
  trialBeacon: boolean

  @Column('timestamptz', { nullable: true })
  drawnAt: Date | null

  @Column('text', { nullable: true })
  seed: string | null

  @Column('text', { nullable: true })
  orderHash: string | null

  @Column('text', { nullable: true })
  signature: string | null

  /** Whether seats are held for the next group when it is too large for them; until the log has a `final` line. */
  @Column('boolean')
  holds: boolean

  /** Number of lines in the log. */
  @Column('integer')
  seq: number

  /** Hash of the last line of the log; the commitment while it is empty. */
  @Column('text')
  head: string
}
