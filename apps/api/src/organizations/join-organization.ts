import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Accounts, Sessions, type StartedSession, tokenHash, type User } from '../accounts/index.js'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { Invalid, NotFound, RateLimiter, Unauthenticated } from '../http/index.js'
import { MemberInvitation } from './member-invitation.entity.js'
import { MemberInvitationRepository } from './member-invitation.repository.js'
import { Membership } from './membership.entity.js'
import { Organization } from './organization.entity.js'
import { OrganizationRepository } from './organization.repository.js'

export interface OpenInvitation {
  readonly invitation: MemberInvitation
  readonly organization: Organization
  /** Whether the invited address has an account already, and so a password. */
  readonly hasAccount: boolean
}

/** How the person will be known once she has joined: somebody who has an account, or what a new one is made of. */
type Newcomer = { readonly account: User } | { readonly name: string; readonly passwordHash: string }

@Injectable()
export class JoinOrganization {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly organizations: OrganizationRepository,
    private readonly invitations: MemberInvitationRepository,
    private readonly limiter: RateLimiter,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What a link from a mail leads to. */
  async look(token: string): Promise<OpenInvitation> {
    const invitation = await this.invitations.withTokenHash(tokenHash(token))
    if (!invitation || !isOpen(invitation, await this.clock.now())) throw new NotFound('accounts:joinLinkOver')
    const organization = await this.organizations.withId(invitation.organizationId)
    if (!organization) throw new NotFound()
    return { invitation, organization, hasAccount: (await this.accounts.withEmail(invitation.email)) !== null }
  }

  /** Makes the holder of the link a member: with the password of her account, or with a new account. The link works once. */
  async run(
    token: string,
    request: { name?: string | null; password: string },
    network: string,
  ): Promise<{ user: User; session: StartedSession }> {
    await this.limiter.take(null, `join:${network}`, { limit: 60, windowSeconds: 60 * 60 })
    const { invitation, organization, hasAccount } = await this.look(token)
    const newcomer = hasAccount
      ? { account: await this.#knownAs(invitation.email, request.password, network) }
      : await this.#newAccount(invitation.email, request)
    return this.transactions.run(async (manager) => {
      const held = await this.invitations.lockWithTokenHash(manager, invitation.tokenHash)
      const now = await this.clock.now(manager)
      if (!held || !isOpen(held, now)) throw new NotFound('accounts:joinLinkOver')
      const user = await this.#account(manager, newcomer, held.email, organization)
      await this.#makeMember(manager, held, user, now)
      return { user, session: await this.sessions.start(manager, user.id) }
    })
  }

  async #knownAs(email: string, password: string, network: string): Promise<User> {
    try {
      return await this.accounts.authenticate(email, password, network)
    } catch (error) {
      if (error instanceof Unauthenticated) throw new Invalid([{ path: 'password', code: 'accounts:password.wrong' }])
      throw error
    }
  }

  async #newAccount(email: string, { name, password }: { name?: string | null; password: string }): Promise<Newcomer> {
    if (name === undefined || name === null) throw new Invalid([{ path: 'name', code: 'problems:field.required' }])
    return { name, passwordHash: await this.accounts.hashChosen(password, [email, name]) }
  }

  #account(manager: EntityManager, newcomer: Newcomer, email: string, { locale }: Organization): Promise<User> | User {
    return 'account' in newcomer ? newcomer.account : this.accounts.create(manager, { ...newcomer, email, locale })
  }

  async #makeMember(manager: EntityManager, { id, organizationId, role }: MemberInvitation, user: User, now: Date): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(Membership)
      .values({ organizationId, userId: user.id, role, createdAt: now })
      .orIgnore()
      .execute()
    await manager.update(MemberInvitation, { id }, { acceptedAt: now })
    await this.audit.record(manager, { organizationId, userId: user.id, action: 'member.joined', subject: user.id, after: { role } })
  }
}

function isOpen({ acceptedAt, withdrawnAt, expiresAt }: MemberInvitation, now: Date): boolean {
  return acceptedAt === null && withdrawnAt === null && expiresAt > now
}
