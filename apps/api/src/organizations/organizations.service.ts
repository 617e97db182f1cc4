import { Injectable } from '@nestjs/common'
import { deriveAccent } from '#accent'
import { AuditLog } from '../audit/index.js'
import { Transactions } from '../database/index.js'
import { type FileKind, FileStore, type StoredFile } from '../files/index.js'
import { Invalid, type Membership, NotFound, RateLimiter } from '../http/index.js'
import type { ChangeOrganizationDto } from './dto/organization.dto.js'
import { brandHandles } from './brand-handles.js'
import { Organization } from './organization.entity.js'
import { OrganizationRepository } from './organization.repository.js'

/** Far more pictures than a team needs; each takes seconds to make and its place for good. */
const uploadLimit = { limit: 200, windowSeconds: 60 * 60 }

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly limiter: RateLimiter,
    private readonly transactions: Transactions,
  ) {}

  async find({ organizationId }: Membership): Promise<Organization> {
    const organization = await this.organizations.withId(organizationId)
    if (!organization) throw new NotFound()
    return organization
  }

  /** Changes the brand. The colours of pages and mails follow from the accent. */
  async change({ organizationId, userId }: Membership, request: ChangeOrganizationDto): Promise<Organization> {
    return this.transactions.run(async (manager) => {
      const before = await this.organizations.lock(manager, organizationId)
      const after = { ...changed(before, request), ...brandHandles(before, request) }
      if (request.logoFileId && !(await this.files.exists(manager, organizationId, request.logoFileId, 'logo'))) {
        throw new Invalid([{ path: 'logoFileId', code: 'accounts:unknownFile' }])
      }
      await manager.update(Organization, { id: organizationId }, after)
      await this.audit.record(manager, {
        organizationId,
        userId,
        action: 'organization.changed',
        subject: organizationId,
        before: brandOf(before),
        after: brandOf(after),
      })
      return after
    })
  }

  /** Keeps a picture for the organization. */
  async keepFile({ organizationId }: Membership, kind: FileKind, bytes: Buffer): Promise<StoredFile> {
    await this.limiter.take(null, `upload:${organizationId}`, uploadLimit)
    const picture = await this.files.prepare(bytes, kind)
    return this.transactions.run((manager) => this.files.put(manager, { organizationId, kind, picture }))
  }
}

function changed(before: Organization, request: ChangeOrganizationDto): Organization {
  const accent = (request.accent ?? before.accent).toUpperCase()
  return {
    ...before,
    name: request.name ?? before.name,
    accent,
    accentTokens: deriveAccent(accent),
    address: request.address ?? before.address,
    website: request.website === undefined ? before.website : request.website,
    locale: request.locale ?? before.locale,
    logoFileId: request.logoFileId === undefined ? before.logoFileId : request.logoFileId,
  }
}

function brandOf({ name, accent, address, website, fediverseHandle, blueskyHandle, locale, logoFileId }: Organization): object {
  return { name, accent, address, website, fediverseHandle, blueskyHandle, locale, logoFileId }
}
