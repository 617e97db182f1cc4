import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Locale, Sender } from './mail-template.js'

export const deliveryStates = ['queued', 'deferred', 'sent', 'bounced', 'failed', 'blocked', 'withheld'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One mail to one person, recorded before it is tried, with its fate. */
@Entity('deliveries')
export class Delivery {
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { nullable: true }) organizationId: string | null
  @Column('uuid', { nullable: true }) eventId: string | null
  @Column('uuid', { nullable: true }) applicationId: string | null
  @Column('uuid', { nullable: true }) userId: string | null
  @Column('text') recipient: string
  @Column('text') locale: Locale
  @Column('text') template: string
  @Column('jsonb') sender: Sender
  @Column('jsonb') params: object
  /** What the mail is about, so that the same thing is told once: `invitation:<id>`. */
  @Column('text') key: string
  @Column('text') messageId: string
  @Column('text') state: DeliveryState
  @Column('int') attempts: number
  @Column('timestamptz') queuedAt: Date
  @Column('timestamptz', { nullable: true }) triedAt: Date | null
  @Column('timestamptz', { nullable: true }) sentAt: Date | null
  @Column('text', { nullable: true }) error: string | null
}
