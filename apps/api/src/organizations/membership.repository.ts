import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import type { Role } from '#permissions'
import { Membership } from './membership.entity.js'
import type { OrganizationRole } from './organization.repository.js'
import { Organization } from './organization.entity.js'

export interface MemberRow {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
}

@Injectable()
export class MembershipRepository extends Repository<Membership> {
  constructor(dataSource: DataSource) {
    super(Membership, dataSource.manager)
  }

  /** The place of a person in the organization with this slug. */
  async placeOf(userId: string, slug: string): Promise<{ organizationId: string; role: Role } | undefined> {
    const [row] = await this.manager.query<{ organization_id: string; role: Role }[]>(
      `select memberships.organization_id, memberships.role
       from memberships join organizations on organizations.id = memberships.organization_id
       where memberships.user_id = $1 and organizations.slug = $2`,
      [userId, slug],
    )
    return row && { organizationId: row.organization_id, role: row.role }
  }

  /** Where a person is a member, the oldest membership first. */
  async of(userId: string, manager: EntityManager = this.manager): Promise<OrganizationRole[]> {
    const memberships = await manager.find(Membership, { where: { userId }, order: { createdAt: 'ASC', organizationId: 'ASC' } })
    if (memberships.length === 0) return []
    const organizations = await manager.findBy(
      Organization,
      memberships.map(({ organizationId }) => ({ id: organizationId })),
    )
    return memberships.flatMap(({ organizationId, role }) => {
      const organization = organizations.find(({ id }) => id === organizationId)
      return organization ? [{ role, organization }] : []
    })
  }

  async members(organizationId: string): Promise<MemberRow[]> {
    return this.manager.query<MemberRow[]>(
      `select users.id as "userId", users.name, users.email, memberships.role
       from memberships join users on users.id = memberships.user_id
       where memberships.organization_id = $1
       order by memberships.created_at, users.id`,
      [organizationId],
    )
  }

  async hasMemberWithEmail(manager: EntityManager, organizationId: string, email: string): Promise<boolean> {
    const [row] = await manager.query<{ found: boolean }[]>(
      `select exists (
         select from memberships join users on users.id = memberships.user_id
         where memberships.organization_id = $1 and users.email = $2
       ) as found`,
      [organizationId, email],
    )
    return row?.found === true
  }

  /** All memberships of an organization, held by this transaction, so that no two requests remove the last two owners together. */
  async lockAll(manager: EntityManager, organizationId: string): Promise<Membership[]> {
    return manager.find(Membership, { where: { organizationId }, order: { userId: 'ASC' }, lock: { mode: 'pessimistic_write' } })
  }
}
