import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Network } from '#policy'

/** An account that is shown to be an applicant's. */
@Entity('handle_proofs')
export class HandleProof {
  @PrimaryColumn('uuid') applicationId: string
  @Column('uuid') organizationId: string
  @Column('uuid') eventId: string
  @Column('text') network: Network
  /** As the network writes it. */
  @Column('text') handle: string
  /** Equal for two spellings of one account: it carries one application of an event. */
  @Column('text') handleKey: string
  /** How it was proven. */
  @Column('text') method: 'sign-in' | 'code' | 'link'
  @Column('text', { nullable: true }) profileUrl: string | null
  @Column('timestamptz') provenAt: Date
  @Column('timestamptz', { nullable: true }) accountCreatedAt: Date | null
  @Column('boolean', { nullable: true }) followsBrand: boolean | null
  /** Null unless the event uses it. */
  @Column('int', { nullable: true }) followers: number | null
}
