import { ApiProperty } from '@nestjs/swagger'
import { type Role, roles } from '#permissions'
import type { OpenInvitation } from './join-organization.js'
import type { MemberInvitation } from './member-invitation.entity.js'
import type { MemberRow } from './membership.repository.js'

export class MemberView {
  @ApiProperty({ type: String, format: 'uuid' }) userId: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty({ type: String, enum: roles }) role: Role
}

export class MemberInvitationView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty({ type: String, enum: roles }) role: Role
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: string
}

export class MemberList {
  @ApiProperty({ type: MemberView, isArray: true }) members: MemberView[]
  @ApiProperty({ type: MemberInvitationView, isArray: true }) invitations: MemberInvitationView[]
}

/** What somebody with an invitation's link sees of it. */
export class JoinView {
  @ApiProperty({ type: String }) organizationName: string
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty({ type: String, enum: roles }) role: Role
  @ApiProperty({ type: Boolean }) hasAccount: boolean
}

export function presentMember({ userId, name, email, role }: MemberRow): MemberView {
  return { userId, name, email, role }
}

export function presentMemberInvitation({ id, email, role, expiresAt }: MemberInvitation): MemberInvitationView {
  return { id, email, role, expiresAt: expiresAt.toISOString() }
}

export function presentJoin({ invitation, organization, hasAccount }: OpenInvitation): JoinView {
  return { organizationName: organization.name, email: invitation.email, role: invitation.role, hasAccount }
}
