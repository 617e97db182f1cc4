import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, IsNull, MoreThan, Repository } from 'typeorm'
import { MemberInvitation } from './member-invitation.entity.js'

@Injectable()
export class MemberInvitationRepository extends Repository<MemberInvitation> {
  constructor(dataSource: DataSource) {
    super(MemberInvitation, dataSource.manager)
  }

  async open(organizationId: string, now: Date): Promise<MemberInvitation[]> {
    return this.manager.find(MemberInvitation, {
      where: { organizationId, acceptedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: MoreThan(now) },
      order: { createdAt: 'ASC', id: 'ASC' },
    })
  }

  async withTokenHash(tokenHash: string): Promise<MemberInvitation | null> {
    return this.manager.findOne(MemberInvitation, { where: { tokenHash } })
  }

  /** The same, held by this transaction, so that of two requests with one link only one can use it. */
  async lockWithTokenHash(manager: EntityManager, tokenHash: string): Promise<MemberInvitation | null> {
    return manager.findOne(MemberInvitation, { where: { tokenHash }, lock: { mode: 'pessimistic_write' } })
  }

  /** Ends the open invitations of an organization to an address, or one of them; answers how many there were. */
  async withdraw(manager: EntityManager, organizationId: string, which: { email: string } | { id: string }, now: Date): Promise<number> {
    const { affected } = await manager.update(
      MemberInvitation,
      { organizationId, ...which, acceptedAt: IsNull(), withdrawnAt: IsNull() },
      { withdrawnAt: now },
    )
    return affected ?? 0
  }
}
