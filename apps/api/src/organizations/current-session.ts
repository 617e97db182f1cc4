import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Accounts, Sessions, type StartedSession, type User } from '../accounts/index.js'
import { TweetupConfig } from '../config/index.js'
import { Clock } from '../database/index.js'
import { AccessRegistry, clearSessionCookie, readSessionCookie, setSessionCookie } from '../http/index.js'
import { MembershipRepository } from './membership.repository.js'
import { presentSession, type SessionView } from './session.presenter.js'

/** The session of the browser that is asking: its cookie, and what its page needs to know of it. */
@Injectable()
export class CurrentSession {
  constructor(
    private readonly config: TweetupConfig,
    private readonly access: AccessRegistry,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly memberships: MembershipRepository,
    private readonly clock: Clock,
  ) {}

  async view(request: FastifyRequest): Promise<SessionView> {
    const principal = await this.access.principalOf(request)
    return this.#present(principal ? await this.accounts.withId(principal.userId) : null)
  }

  /** Gives the browser a new session, and ends the one it may have had. */
  async begin(request: FastifyRequest, reply: FastifyReply, user: User, session: StartedSession): Promise<SessionView> {
    await this.#endOld(request)
    setSessionCookie(reply, this.config, session.token, session.expiresAt)
    return this.#present(user)
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.#endOld(request)
    clearSessionCookie(reply, this.config)
  }

  async #endOld(request: FastifyRequest): Promise<void> {
    const token = readSessionCookie(request, this.config)
    if (token !== undefined) await this.sessions.end(token)
  }

  async #present(user: User | null): Promise<SessionView> {
    const memberships = user ? await this.memberships.of(user.id) : []
    return presentSession(user, memberships, this.config.trial, await this.clock.now())
  }
}
