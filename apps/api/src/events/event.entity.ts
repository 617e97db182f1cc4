import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { SelectionPolicy } from '#policy'
import type { HandleProofRule } from './handle-proof.js'
import type { Locale } from '../http/index.js'

/** One gathering. Drafts may lack times; what is published has them all (a constraint says so). */
@Entity('events')
export class Event {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('text')
  slug: string

  @Column('text')
  title: string

  @Column('text')
  tagline: string

  /** Sanitised HTML. */
  @Column('text')
  story: string

  /** Without the #. */
  @Column('text')
  hashtag: string

  @Column('uuid', { nullable: true })
  coverFileId: string | null

  /** What the cover shows, for those who do not see it. */
  @Column('text')
  coverAlt: string

  @Column('text')
  venueName: string

  @Column('text')
  venueAddress: string

  @Column('text')
  venueCity: string

  /** Sanitised HTML: getting there, what to bring. */
  @Column('text')
  practical: string

  /** IANA name; people read all times of the event in it. */
  @Column('text')
  timeZone: string

  @Column('timestamptz', { nullable: true })
  startsAt: Date | null

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null

  @Column('integer')
  capacity: number

  @Column('timestamptz', { nullable: true })
  opensAt: Date | null

  @Column('timestamptz', { nullable: true })
  closesAt: Date | null

  /** Until when the first invitations can be answered. */
  @Column('timestamptz', { nullable: true })
  answerBy: Date | null

  /** How long a seat that moved on is offered. */
  @Column('integer')
  promotionHours: number

  /** Who decides over the seats, and how. */
  @Column('jsonb')
  policy: SelectionPolicy

  /** Whether applicants show that a social account is theirs. */
  @Column('jsonb')
  handleProof: HandleProofRule

  /** The language that its texts are written in. */
  @Column('text')
  locale: Locale

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null

  @Column('text', { nullable: true })
  cancelReason: string | null

  @Column('uuid', { nullable: true })
  duplicatedFrom: string | null

  @Column('integer')
  version: number

  @Column('timestamptz')
  createdAt: Date

  @Column('timestamptz')
  updatedAt: Date
}

/** An event that is published, and so complete. */
export type PublishedEvent = Event & {
  readonly publishedAt: Date
  readonly startsAt: Date
  readonly endsAt: Date
  readonly opensAt: Date
  readonly closesAt: Date
  readonly answerBy: Date
}

export function isPublished(event: Event): event is PublishedEvent {
  return event.publishedAt !== null
}
