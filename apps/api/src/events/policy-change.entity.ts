import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Role } from '#permissions'
import type { Locale } from '../http/index.js'

/** Sentences of the rules, in each language. */
export type RuleSentences = Readonly<Record<Locale, readonly string[]>>

/** A change of the rules after applications had opened, as it is published: never who, only in which role. */
@Entity('policy_changes')
export class PolicyChange {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  organizationId: string

  @Column('uuid')
  eventId: string

  @Column('timestamptz')
  at: Date

  @Column('text')
  role: Role

  @Column('jsonb')
  removed: RuleSentences

  @Column('jsonb')
  added: RuleSentences
}
