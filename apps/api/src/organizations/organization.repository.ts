import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import type { Role } from '#permissions'
import { Organization } from './organization.entity.js'
import { reservedSlugs } from './reserved-slugs.js'
import { freeSlug } from './slug.js'

export interface OrganizationRole {
  readonly role: Role
  readonly organization: Organization
}

@Injectable()
export class OrganizationRepository extends Repository<Organization> {
  constructor(dataSource: DataSource) {
    super(Organization, dataSource.manager)
  }

  async withId(id: string, manager: EntityManager = this.manager): Promise<Organization | null> {
    return manager.findOne(Organization, { where: { id } })
  }

  async withSlug(slug: string, manager: EntityManager = this.manager): Promise<Organization | null> {
    return manager.findOne(Organization, { where: { slug } })
  }

  async lock(manager: EntityManager, id: string): Promise<Organization> {
    return manager.findOneOrFail(Organization, { where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  /** A slug that no organization has, nor Tweetup itself. Sign-ups queue up here, so that two with one name get two slugs. */
  async freeSlug(manager: EntityManager, wanted: string): Promise<string> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('organizations.slug', 0))`)
    const rows = await manager.query<{ slug: string }[]>(`select slug from organizations where slug = $1 or slug like $1 || '-%'`, [wanted])
    return freeSlug(wanted, new Set([...rows.map(({ slug }) => slug), ...reservedSlugs]))
  }
}
