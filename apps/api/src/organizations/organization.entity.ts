import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AccentTokens } from '#accent'
import type { Locale } from '../http/index.js'

/** The brand: the tenant that everything else belongs to. */
@Entity('organizations')
export class Organization {
  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  slug: string

  @Column('text')
  name: string

  /** The brand colour as given, #RRGGBB. */
  @Column('text')
  accent: string

  /** What `deriveAccent` made of it. */
  @Column('jsonb')
  accentTokens: AccentTokens

  @Column('uuid', { nullable: true })
  logoFileId: string | null

  @Column('text')
  address: string

  @Column('text', { nullable: true })
  website: string | null

  /** The brand's own accounts, whose followers can be told from others. */
  @Column('text', { nullable: true })
  fediverseHandle: string | null

  @Column('text', { nullable: true })
  blueskyHandle: string | null

  @Column('text')
  locale: Locale

  @Column('timestamptz')
  createdAt: Date
}
