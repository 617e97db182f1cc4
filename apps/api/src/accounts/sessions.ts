import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, newId } from '../database/index.js'
import type { Principal } from '../http/index.js'
import { randomToken, tokenHash } from './secret-token.js'
import { Session } from './session.entity.js'
import { SessionRepository } from './session.repository.js'

const minute = 60_000
const day = 24 * 60 * minute
/** A session that nobody uses for so long is over. */
export const idleTime = 30 * day
/** And every session is over after this. */
export const longestTime = 90 * day
/** How stale the last use may get on record, so that not every request writes. */
const touchAfter = 10 * minute

export interface StartedSession {
  readonly token: string
  readonly expiresAt: Date
}

@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** Signs somebody in and answers the token for her cookie, which is kept nowhere else. */
  async start(manager: EntityManager, userId: string): Promise<StartedSession> {
    const now = await this.clock.now(manager)
    const token = randomToken()
    const expiresAt = new Date(now.getTime() + longestTime)
    await this.sessions.removeOver(manager, userId, now, idleSince(now))
    await manager.insert(Session, { id: newId(), tokenHash: tokenHash(token), userId, createdAt: now, lastSeenAt: now, expiresAt })
    return { token, expiresAt }
  }

  /** Who holds this token, as long as the session lasts. */
  async find(token: string): Promise<Principal | undefined> {
    const session = await this.sessions.withTokenHash(tokenHash(token))
    if (!session) return undefined
    const now = await this.clock.now()
    if (session.expiresAt <= now || session.lastSeenAt <= idleSince(now)) return undefined
    if (now.getTime() - session.lastSeenAt.getTime() > touchAfter) await this.sessions.touch(session.id, now)
    return { userId: session.userId, sessionId: session.id }
  }

  /** Takes everybody who is signed in along when the clock of a trial jumps: a jump of a month must not look like a month of absence. */
  async travel(manager: EntityManager, from: Date, milliseconds: number): Promise<void> {
    await this.sessions.postpone(manager, from, idleSince(from), milliseconds)
  }

  async end(token: string): Promise<void> {
    await this.sessions.removeWithTokenHash(tokenHash(token))
  }

  /** Signs somebody out everywhere, as after a new password. */
  async endAllOf(manager: EntityManager, userId: string): Promise<void> {
    await this.sessions.removeAllOf(manager, userId)
  }
}

function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleTime)
}
