import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody wants her mails at another address. It takes effect once that address is proven and the old one, if it is confirmed, agrees. */
@Entity('address_changes')
export class AddressChange {
  @PrimaryColumn('uuid') id: string
  @Column('uuid') organizationId: string
  @Column('uuid') applicationId: string

  /** The new address, as its owner writes it. */
  @Column('text') email: string
  @Column('text') emailKey: string

  @Column('bytea') proveTokenHash: Buffer
  /** Null when the old address was not confirmed: it may be a stranger's, and is not asked. */
  @Column('bytea', { nullable: true }) agreeTokenHash: Buffer | null
  /** The epoch of the personal link with which it was asked; void once that link has been replaced. */
  @Column('int') tokenEpoch: number

  @Column('timestamptz') askedAt: Date
  @Column('timestamptz') expiresAt: Date
  @Column('timestamptz', { nullable: true }) provenAt: Date | null
  @Column('timestamptz', { nullable: true }) agreedAt: Date | null
  /** Done, taken back, or replaced by another request. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null
}
