import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { TweetupConfig } from '../config/config.js'
import type { Role } from '#permissions'
import { type Access, accessKey, trialOnlyKey } from './access.js'
import { AccessRegistry } from './access-registry.js'
import { Forbidden, NotFound, Unauthenticated } from './errors.js'
import { isOwnHost } from './own-host.js'

/** Lets nobody through a route that does not say who may call it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly registry: AccessRegistry,
    private readonly config: TweetupConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()]
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, places)
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    if (!access) throw new Forbidden()
    if (this.reflector.getAllAndOverride<boolean | undefined>(trialOnlyKey, places)) this.#checkTrial(request)
    if (access.kind === 'signed-in') await this.#signIn(request)
    if (access.kind === 'member') await this.#admit(request, access.roles)
    return true
  }

  /** The Host header is checked because a foreign page could point a name of its own at this machine and then read everything here as its own. */
  #checkTrial(request: FastifyRequest): void {
    if (!this.config.trial || !isOwnHost(request.host, this.config)) throw new NotFound()
  }

  async #signIn(request: FastifyRequest) {
    const principal = await this.registry.principalOf(request)
    if (!principal) throw new Unauthenticated()
    request.principal = principal
    return principal
  }

  async #admit(request: FastifyRequest, roles: readonly Role[]): Promise<void> {
    const { userId } = await this.#signIn(request)
    const { organization } = request.params as { organization?: string }
    if (organization === undefined) throw new Error('A @Member route needs :organization in its path.')
    const membership = await this.registry.membershipOf(userId, organization)
    if (!membership) throw new NotFound()
    if (roles.length > 0 && !roles.includes(membership.role)) throw new Forbidden('problems:role')
    request.membership = membership
  }
}
