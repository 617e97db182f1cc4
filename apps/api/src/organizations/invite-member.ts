import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Role } from '#permissions'
import { Accounts, linkToken, tokenHash } from '../accounts/index.js'
import { AuditLog } from '../audit/index.js'
import { TweetupConfig } from '../config/index.js'
import { Clock, newId, Transactions } from '../database/index.js'
import { canonicalEmail } from '../http/dto/index.js'
import { Invalid, type Membership, RateLimiter } from '../http/index.js'
import { Deliveries } from '../messages/index.js'
import { MemberInvitation } from './member-invitation.entity.js'
import { MemberInvitationRepository } from './member-invitation.repository.js'
import { MembershipRepository } from './membership.repository.js'
import { OrganizationRepository } from './organization.repository.js'
import { senderOf } from './organization-sender.js'

const day = 24 * 60 * 60
const validFor = 14 * day * 1000

@Injectable()
export class InviteMember {
  constructor(
    private readonly config: TweetupConfig,
    private readonly accounts: Accounts,
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly invitations: MemberInvitationRepository,
    private readonly deliveries: Deliveries,
    private readonly limiter: RateLimiter,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Mails a colleague a link to join. An earlier open invitation of the same address ends, so there is one link at a time. */
  async run(member: Membership, request: { email: string; role: Role }, network: string): Promise<MemberInvitation> {
    const email = canonicalEmail(request.email) ?? request.email
    await this.#limit(member, email, network)
    return this.transactions.run(async (manager) => {
      await this.organizations.lock(manager, member.organizationId)
      if (await this.memberships.hasMemberWithEmail(manager, member.organizationId, email)) {
        throw new Invalid([{ path: 'email', code: 'accounts:alreadyMember', values: { email } }])
      }
      const invitation = await this.#replaceInvitation(manager, member, email, request.role)
      await this.#mail(manager, member, invitation)
      await this.audit.record(manager, {
        organizationId: member.organizationId,
        userId: member.userId,
        action: 'member.invited',
        subject: invitation.id,
        after: { email, role: request.role },
      })
      return invitation
    })
  }

  /** Anybody can sign up an organization, and name it as she likes: its mails must not become a way to write to strangers. */
  async #limit({ organizationId }: Membership, email: string, network: string): Promise<void> {
    const take = (key: string, limit: number) => this.limiter.take(null, `member-invitation:${key}`, { limit, windowSeconds: day })
    await take(`from:${network}`, 200)
    await take(organizationId, 50)
    await take(`${organizationId}:${email}`, 5)
    await take(`to:${email}`, 10)
  }

  async #replaceInvitation(
    manager: EntityManager,
    { organizationId, userId }: Membership,
    email: string,
    role: Role,
  ): Promise<MemberInvitation> {
    const now = await this.clock.now(manager)
    await this.invitations.withdraw(manager, organizationId, { email }, now)
    const id = newId()
    const invitation: MemberInvitation = {
      id,
      organizationId,
      email,
      role,
      tokenHash: tokenHash(linkToken(this.config.key('member-invitation'), id)),
      invitedBy: userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validFor),
      acceptedAt: null,
      withdrawnAt: null,
    }
    await manager.insert(MemberInvitation, invitation)
    return invitation
  }

  async #mail(manager: EntityManager, { organizationId, userId }: Membership, { id, email, role }: MemberInvitation): Promise<void> {
    const organization = await this.organizations.withId(organizationId, manager)
    const inviter = await this.accounts.withId(userId, manager)
    if (!organization || !inviter) throw new Error(`Member ${userId} of organization ${organizationId} is gone.`)
    await this.deliveries.queue(manager, {
      organizationId,
      recipient: email,
      locale: organization.locale,
      sender: senderOf(this.config, organization, null),
      template: 'member-invitation',
      params: { organizationName: organization.name, inviterName: inviter.name, role, invitationId: id },
      key: `member-invitation:${id}`,
    })
  }
}
