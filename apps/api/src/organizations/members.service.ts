import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Role } from '#permissions'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { Conflict, type Membership as Caller, NotFound } from '../http/index.js'
import type { MemberInvitation } from './member-invitation.entity.js'
import { MemberInvitationRepository } from './member-invitation.repository.js'
import { Membership } from './membership.entity.js'
import { type MemberRow, MembershipRepository } from './membership.repository.js'

@Injectable()
export class MembersService {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly invitations: MemberInvitationRepository,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list({ organizationId }: Caller): Promise<{ members: MemberRow[]; invitations: MemberInvitation[] }> {
    return {
      members: await this.memberships.members(organizationId),
      invitations: await this.invitations.open(organizationId, await this.clock.now()),
    }
  }

  async withdrawInvitation({ organizationId, userId }: Caller, id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const withdrawn = await this.invitations.withdraw(manager, organizationId, { id }, await this.clock.now(manager))
      if (withdrawn === 0) throw new NotFound()
      await this.audit.record(manager, { organizationId, userId, action: 'member-invitation.withdrawn', subject: id })
    })
  }

  async changeRole(caller: Caller, userId: string, role: Role): Promise<void> {
    await this.transactions.run(async (manager) => {
      const before = await this.#changeable(manager, caller.organizationId, userId, role)
      await manager.update(Membership, { organizationId: caller.organizationId, userId }, { role })
      await this.audit.record(manager, {
        ...caller,
        action: 'member.role-changed',
        subject: userId,
        before: { role: before.role },
        after: { role },
      })
    })
  }

  async remove(caller: Caller, userId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const before = await this.#changeable(manager, caller.organizationId, userId, undefined)
      await manager.delete(Membership, { organizationId: caller.organizationId, userId })
      await this.audit.record(manager, { ...caller, action: 'member.removed', subject: userId, before: { role: before.role } })
    })
  }

  /** The membership, when an owner remains after it has become another role or none. */
  async #changeable(manager: EntityManager, organizationId: string, userId: string, becomes: Role | undefined): Promise<Membership> {
    const all = await this.memberships.lockAll(manager, organizationId)
    const membership = all.find((candidate) => candidate.userId === userId)
    if (!membership) throw new NotFound()
    const ownerRemains = becomes === 'owner' || all.some((other) => other.userId !== userId && other.role === 'owner')
    if (!ownerRemains) throw new Conflict('accounts:lastOwner')
    return membership
  }
}
