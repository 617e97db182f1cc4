import { ApiProperty } from '@nestjs/swagger'
import { type Role, roles } from '#permissions'
import type { User } from '../accounts/index.js'
import { type Locale, locales } from '../http/index.js'
import { OrganizationSummary, presentOrganization } from './organization.presenter.js'
import type { OrganizationRole } from './organization.repository.js'

export class SessionUser {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty({ type: String, enum: locales }) locale: Locale
}

export class SessionMembership {
  @ApiProperty({ type: String, enum: roles }) role: Role
  @ApiProperty({ type: OrganizationSummary }) organization: OrganizationSummary
}

/** Who is signed in, and where she belongs. */
export class SessionView {
  @ApiProperty({ type: SessionUser, nullable: true }) user: SessionUser | null
  @ApiProperty({ type: SessionMembership, isArray: true }) memberships: SessionMembership[]
  /** Whether this is a trial installation, with a time machine and a development mailbox. */
  @ApiProperty({ type: Boolean }) trial: boolean
  @ApiProperty({ type: String, format: 'date-time' }) now: string
}

export function presentSession(user: User | null, memberships: readonly OrganizationRole[], trial: boolean, now: Date): SessionView {
  return {
    user: user && { id: user.id, name: user.name, email: user.email, locale: user.locale },
    memberships: memberships.map(({ role, organization }) => ({ role, organization: presentOrganization(organization) })),
    trial,
    now: now.toISOString(),
  }
}
