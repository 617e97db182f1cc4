import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, MoreThan, Repository } from 'typeorm'
import { PasswordReset } from './password-reset.entity.js'

@Injectable()
export class PasswordResetRepository extends Repository<PasswordReset> {
  constructor(dataSource: DataSource) {
    super(PasswordReset, dataSource.manager)
  }

  /** An unused link, held by this transaction, so that of two requests with one link only one can use it. */
  async lockUsable(manager: EntityManager, tokenHash: string, now: Date): Promise<PasswordReset | null> {
    const reset = await manager.findOne(PasswordReset, { where: { tokenHash }, lock: { mode: 'pessimistic_write' } })
    return reset && reset.usedAt === null && reset.expiresAt > now ? reset : null
  }

  /** Uses up every link of a person: with a new password the older ones have no point any more. */
  async useUpAllOf(manager: EntityManager, userId: string, now: Date): Promise<void> {
    await manager.query('update password_resets set used_at = $2 where user_id = $1 and used_at is null', [userId, now])
  }

  async countSince(manager: EntityManager, userId: string, since: Date): Promise<number> {
    return manager.count(PasswordReset, { where: { userId, createdAt: MoreThan(since) } })
  }

  /** Answers false, and does nothing, when there is one with this id already. */
  async insertOnce(manager: EntityManager, { id, userId, tokenHash, createdAt, expiresAt }: PasswordReset): Promise<boolean> {
    const rows = await manager.query<object[]>(
      'insert into password_resets (id, user_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing returning id',
      [id, userId, tokenHash, createdAt, expiresAt],
    )
    return rows.length > 0
  }
}
