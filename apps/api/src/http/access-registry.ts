import { Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { Membership, Principal } from './access.js'

type FindPrincipal = (request: FastifyRequest) => Promise<Principal | undefined>
type FindMembership = (userId: string, organizationSlug: string) => Promise<Membership | undefined>

/** Where accounts and organizations say who somebody is. Until they do, nobody is anybody. */
@Injectable()
export class AccessRegistry {
  #findPrincipal: FindPrincipal = async () => undefined
  #findMembership: FindMembership = async () => undefined

  /** For the accounts feature: who a request's session belongs to. */
  useSessions(find: FindPrincipal): void {
    this.#findPrincipal = find
  }

  /** For the organizations feature: the place of a person in an organization. */
  useMemberships(find: FindMembership): void {
    this.#findMembership = find
  }

  principalOf(request: FastifyRequest): Promise<Principal | undefined> {
    return this.#findPrincipal(request)
  }

  membershipOf(userId: string, organizationSlug: string): Promise<Membership | undefined> {
    return this.#findMembership(userId, organizationSlug)
  }
}
