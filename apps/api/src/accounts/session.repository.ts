import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import { Session } from './session.entity.js'

@Injectable()
export class SessionRepository extends Repository<Session> {
  constructor(dataSource: DataSource) {
    super(Session, dataSource.manager)
  }

  async withTokenHash(tokenHash: string): Promise<Session | null> {
    return this.manager.findOne(Session, { where: { tokenHash } })
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.manager.query('update sessions set last_seen_at = $2 where id = $1', [id, now])
  }

  async removeWithTokenHash(tokenHash: string): Promise<void> {
    await this.manager.query('delete from sessions where token_hash = $1', [tokenHash])
  }

  async removeAllOf(manager: EntityManager, userId: string): Promise<void> {
    await manager.query('delete from sessions where user_id = $1', [userId])
  }

  /** Somebody's sessions that nobody can use any more. */
  async removeOver(manager: EntityManager, userId: string, now: Date, idleSince: Date): Promise<void> {
    await manager.query('delete from sessions where user_id = $1 and (expires_at <= $2 or last_seen_at <= $3)', [userId, now, idleSince])
  }

  /** Moves the ends of all sessions that still last. */
  async postpone(manager: EntityManager, now: Date, idleSince: Date, milliseconds: number): Promise<void> {
    await manager.query(
      `update sessions set last_seen_at = last_seen_at + $3 * interval '1 millisecond', expires_at = expires_at + $3 * interval '1 millisecond'
       where expires_at > $1 and last_seen_at > $2`,
      [now, idleSince, milliseconds],
    )
  }
}
