import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { deriveAccent } from '#accent'
import { Accounts, Sessions, type StartedSession, type User } from '../accounts/index.js'
import { AuditLog } from '../audit/index.js'
import { Clock, newId, Transactions } from '../database/index.js'
import { type Locale, RateLimiter } from '../http/index.js'
import { Membership } from './membership.entity.js'
import { Organization } from './organization.entity.js'
import { OrganizationRepository } from './organization.repository.js'
import { slugFrom } from './slug.js'

/** The colour of an organization that has not chosen one. */
const houseAccent = '#0A6450'

export interface SignUpRequest {
  readonly organizationName: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: Locale
}

@Injectable()
export class SignUp {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly organizations: OrganizationRepository,
    private readonly limiter: RateLimiter,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A new organization with its first owner, who is signed in at once. */
  async run(request: SignUpRequest, network: string): Promise<{ user: User; session: StartedSession }> {
    await this.limiter.take(null, `sign-up:${network}`, { limit: 60, windowSeconds: 60 * 60 })
    const { organizationName, name, email, locale, password } = request
    const passwordHash = await this.accounts.hashChosen(password, [email, name, organizationName])
    return this.transactions.run(async (manager) => {
      const user = await this.accounts.create(manager, { name, email, locale, passwordHash })
      const organization = await this.#found(manager, organizationName, locale)
      await manager.insert(Membership, {
        organizationId: organization.id,
        userId: user.id,
        role: 'owner',
        createdAt: organization.createdAt,
      })
      await this.audit.record(manager, {
        organizationId: organization.id,
        userId: user.id,
        action: 'organization.created',
        subject: organization.id,
        after: { name: organizationName },
      })
      return { user, session: await this.sessions.start(manager, user.id) }
    })
  }

  async #found(manager: EntityManager, name: string, locale: Locale): Promise<Organization> {
    const organization: Organization = {
      id: newId(),
      slug: await this.organizations.freeSlug(manager, slugFrom(name, 'organization')),
      name,
      accent: houseAccent,
      accentTokens: deriveAccent(houseAccent),
      logoFileId: null,
      address: '',
      website: null,
      fediverseHandle: null,
      blueskyHandle: null,
      locale,
      createdAt: await this.clock.now(manager),
    }
    await manager.insert(Organization, organization)
    return organization
  }
}
