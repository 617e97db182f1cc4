import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Answer } from '#forms'
import type { Locale } from '../http/index.js'

/**
 * One person asking for a seat. A second application with the same address is a shadow of the first: it looks like any other to whoever
 * sent it, is never confirmed and never takes part, so that nobody can find out by applying whether an address has applied.
 */
@Entity('applications')
export class Application {
  @PrimaryColumn('uuid') id: string
  @Column('uuid') organizationId: string
  @Column('uuid') eventId: string

  /** As its owner writes it; mails go there. */
  @Column('text') email: string
  /** The mailbox behind it (`mailboxKey`), for comparing: one application per event and mailbox. */
  @Column('text') emailKey: string
  @Column('text') name: string
  /** `@name@server` or a domain, claimed and not proven. */
  @Column('text', { nullable: true }) handle: string | null
  /** The handle in lower case, for comparing. */
  @Column('text', { nullable: true }) handleKey: string | null
  @Column('timestamptz', { nullable: true }) handleProvenAt: Date | null
  @Column('text') locale: Locale
  @Column('jsonb') answers: Record<string, Answer>

  /** ISO 3166-1 alpha-2: the answer to the form's first question for a country. */
  @Column('text', { nullable: true }) country: string | null

  /** The host of the page that led here, and the tags of the link (utm_source, utm_medium, utm_campaign). */
  @Column('text', { nullable: true }) referrer: string | null
  @Column('text', { nullable: true }) source: string | null
  @Column('text', { nullable: true }) medium: string | null
  @Column('text', { nullable: true }) campaign: string | null

  /** Equal for two applications from one device; kept until the close. */
  @Column('bytea', { nullable: true }) deviceHint: Buffer | null
  /** Whether this address had applied to an earlier event of the organization. */
  @Column('boolean') knownFan: boolean

  /** Words of the team that pools may ask for, sorted. */
  @Column('text', { array: true }) tags: string[]

  @Column('timestamptz') consentAt: Date
  /** Which text was agreed to: its version and language. */
  @Column('text') consentText: string

  /** One more whenever older personal links must stop working. */
  @Column('int') tokenEpoch: number
  @Column('int') feedEpoch: number
  @Column('int') confirmEpoch: number

  /** Hashes of the idempotency key and the body of the request that made it: the same request again is answered and not done again. */
  @Column('bytea', { nullable: true }) requestKey: Buffer | null
  @Column('bytea', { nullable: true }) requestHash: Buffer | null

  /** 16 bytes of the applicant's browser, then 16 of ours (draw-protocol section 2). */
  @Column('bytea') nonce: Buffer
  @Column('text') ticketId: string
  @Column('text') holder: string

  @Column('timestamptz') receivedAt: Date
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null
  @Column('timestamptz', { nullable: true }) setAsideAt: Date | null
  /** A published token, never a sentence about a person. */
  @Column('text', { nullable: true }) setAsideReason: string | null
  /** The application of the same address that came first. */
  @Column('uuid', { nullable: true }) shadowOf: string | null
  /** With whom she applies, and since when. */
  @Column('uuid', { nullable: true }) groupId: string | null
  @Column('timestamptz', { nullable: true }) groupJoinedAt: Date | null
  @Column('int') version: number
}
