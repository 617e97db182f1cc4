import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Locale } from '../http/index.js'

/** Somebody who can sign in. What they may do is said by their memberships. */
@Entity('users')
export class User {
  @PrimaryColumn('uuid')
  id: string

  /** In canonical form. */
  @Column('text')
  email: string

  @Column('text')
  name: string

  @Column('text', { select: false })
  passwordHash: string

  @Column('text')
  locale: Locale

  @Column('timestamptz')
  createdAt: Date
}
